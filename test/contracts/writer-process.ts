import { asId } from "../../src/calls/ids.ts";
import { SqliteDatabase } from "../../src/engine/database/sqlite-database.ts";
import { SqliteJobQueue } from "../../src/engine/queue/sqlite-job-queue.ts";
import { SqliteCallSearch } from "../../src/engine/search/sqlite-call-search.ts";
import { SqliteCallStore } from "../../src/engine/store/sqlite-call-store.ts";
import { makeCall, makeTranscript, MONDAY_MS } from "./sample-calls.ts";

/**
 * A process of its own that writes to a database; run by `sqlite-processes.test.ts`. Writes a line to its output for each call once
 * it is committed. `same`: adds 50 calls of one client unique id at once. `flood`: adds calls of its own until it is stopped.
 */
const [file = "", mode = "", name = ""] = process.argv.slice(2);

const database = await SqliteDatabase.open(file);
const calls = new SqliteCallStore(database);
const search = new SqliteCallSearch(database);
const queue = new SqliteJobQueue(database, { clock: () => MONDAY_MS });

async function add(id: string, clientUniqueId: string): Promise<void> {
  const call = makeCall({ id: asId(id), clientUniqueId });
  const answer = await database.transact(async (transaction) => {
    const added = await calls.add(call, transaction);
    if (added.isDuplicate) return added;
    const transcript = makeTranscript(Array.from({ length: 20 }, (_, i) => `we said word${i} of ${id} here`));
    await calls.setTranscript(call.id, transcript, transaction);
    await search.put(call, transcript, undefined, transaction);
    await queue.enqueue({ callId: call.id, stage: "analyze" }, transaction);
    return added;
  });
  process.stdout.write(`${answer.call.id} ${answer.isDuplicate ? "duplicate" : "added"}\n`);
}

if (mode === "same") await Promise.all(Array.from({ length: 50 }, (_, i) => add(`${name}${1000 + i}`, "same")));
else for (let i = 0; ; i += 1) await add(`${name}${1000 + i}`, `${name} ${i}`);

await database[Symbol.asyncDispose]();
