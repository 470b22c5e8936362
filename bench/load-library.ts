import { SqliteDatabase } from "../src/engine/database/sqlite-database.ts";
import { SqliteCallSearch } from "../src/engine/search/sqlite-call-search.ts";
import { SqliteCallStore } from "../src/engine/store/sqlite-call-store.ts";
import { generateCalls, type LibraryOptions } from "./generated-library.ts";

export interface LoadedLibrary {
  readonly callCount: number;
  readonly wordCount: number;
  /** Generating the calls is not counted. */
  readonly seconds: number;
}

/** So many calls are written in one transaction. */
const BATCH = 100;

/** Fills an empty database file with generated calls: records, transcripts, analyses and index, as the engine writes them. */
export async function loadLibrary(file: string, options: LibraryOptions): Promise<LoadedLibrary> {
  await using database = await SqliteDatabase.open(file);
  const calls = new SqliteCallStore(database);
  const search = new SqliteCallSearch(database);
  const source = generateCalls(options);
  let [callCount, wordCount, spentMs] = [0, 0, 0];
  for (let batch = takeSome(source, BATCH); batch.length > 0; batch = takeSome(source, BATCH)) {
    const begunMs = performance.now();
    await database.transact(async (transaction) => {
      for (const { call, transcript, analysis } of batch) {
        await calls.add(call, transaction);
        await calls.setTranscript(call.id, transcript, transaction);
        await calls.setAnalysis(call.id, analysis, transaction);
        await search.put(call, transcript, analysis, transaction);
      }
    });
    spentMs += performance.now() - begunMs;
    callCount += batch.length;
    for (const { transcript } of batch) for (const { words } of transcript.sentences) wordCount += words.length;
  }
  return { callCount, wordCount, seconds: spentMs / 1000 };
}

/** The next values; unlike `take`, leaves the rest to be taken later. */
function takeSome<T>(source: Iterator<T>, count: number): T[] {
  const taken: T[] = [];
  while (taken.length < count) {
    const next = source.next();
    if (next.done) break;
    taken.push(next.value);
  }
  return taken;
}
