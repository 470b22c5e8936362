import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { StageError } from "../calls/errors.ts";
import type { DetailedCall, ListCallsExtensiveRequest } from "../gong-api/schemas/list-calls-extensive.ts";
import { wireError } from "../gong-api/wire-errors.ts";
import { createArchiveFolder, openArchiveFolder } from "./archive-folder.ts";
import { exportLibrary, type ExportParts } from "./export-library.ts";
import { completeMedia } from "./export-media.ts";
import { readAboutOf } from "./read-about.ts";
import type { ExportedApi } from "./read-library.ts";

let place: string;
let folder: string;
let asked: ListCallsExtensiveRequest[];
let fetched: string[];
/** What the server of recordings says of a call. */
let refusals: Map<string, Error>;
let shownIds: string[];

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), "tamtam-archive-"));
  folder = join(place, "calls");
  [asked, fetched, refusals, shownIds] = [[], [], new Map(), ["1", "2", "3"]];
});
afterEach(() => rm(place, { recursive: true }));

const unavailable = new StageError("media-unavailable", "The server answered 503.", { isTransient: true });
const records = { totalRecords: 3, currentPageSize: 3, currentPageNumber: 0 };
const never = { signal: new AbortController().signal, onProgress: () => {} };

const api: ExportedApi = {
  listCallsExtensive: async (request) => {
    asked.push(request);
    const ids = shownIds.filter((id) => request.filter.callIds?.includes(id) ?? true);
    if (ids.length === 0) throw wireError("calls-not-found");
    return { records, calls: ids.map((id) => ({ metaData: { id } }) as DetailedCall) }; // no other member is read
  },
  getCallTranscripts: async () => ({ records, callTranscripts: [] }),
  listUsers: async () => ({ records, users: [] }),
  listWorkspaces: async () => ({ workspaces: [] }),
};

const mediaOf: ExportParts["mediaOf"] = async ({ metaData: { id } }) => {
  fetched.push(id);
  const refusal = refusals.get(id);
  if (refusal) throw refusal;
  return { extension: "mp3", bytes: bytesOf(`sound ${id}`) };
};

async function* bytesOf(text: string) {
  yield Buffer.from(text);
}

async function exportAll() {
  await using made = await createArchiveFolder(folder);
  const parts = { api, folder: made, mediaOf, clock: () => 0 };
  return await exportLibrary(parts, { formats: [], includeMedia: true }, never);
}

async function complete() {
  const before = await readAboutOf(folder);
  if (!before) throw new Error("there is no export");
  return completeMedia({ api, folder: openArchiveFolder(folder), mediaOf }, before, never);
}

describe("recordings that cannot be had", () => {
  it("are named, and the others are there", async () => {
    refusals.set("2", unavailable);
    expect(await exportAll()).toEqual({
      callCount: 3,
      transcriptCount: 0,
      mediaCount: 2,
      missingMedia: [{ callId: "2", reason: "The server answered 503." }],
    });
    expect(await readdir(join(folder, "media"))).toEqual(["1.mp3", "3.mp3"]);
    expect(await readdir(join(folder, "calls"))).toEqual(["1.json", "2.json", "3.json"]);
    expect(await readAboutOf(folder)).toMatchObject({ callCount: 3, mediaCount: 2, missingMedia: ["2"] });
  });

  it("are asked for alone the next time, until all are there", async () => {
    refusals.set("2", unavailable).set("3", unavailable);
    await exportAll();
    refusals.delete("3");
    [asked, fetched] = [[], []];
    expect(await complete()).toMatchObject({ mediaCount: 2, missingMedia: [{ callId: "2" }] });
    expect(asked.map(({ filter }) => filter)).toEqual([{ callIds: ["2", "3"] }]);
    expect(fetched).toEqual(["2", "3"]);
    expect(await readFile(join(folder, "media", "3.mp3"), "utf8")).toBe("sound 3");
    refusals.clear();
    expect(await complete()).toMatchObject({ mediaCount: 3, missingMedia: [] });
    expect(await readAboutOf(folder)).toEqual({
      format: "tamtam-library",
      version: 1,
      exported: "1970-01-01T00:00:00.000Z",
      callCount: 3,
      transcriptCount: 0,
      mediaCount: 3,
    });
  });

  it("of calls that are not shown any more stay missing", async () => {
    refusals.set("2", unavailable);
    await exportAll();
    shownIds = ["1", "3"];
    expect(await complete()).toMatchObject({
      mediaCount: 2,
      missingMedia: [{ callId: "2", reason: "neither the call nor a recording of it is shown" }],
    });
  });

  it("for want of room end the export, of which nothing stays", async () => {
    refusals.set("2", new StageError("disk-full", "The disk is full.", { isTransient: true }));
    await expect(exportAll()).rejects.toThrow("The disk is full.");
    expect(await readdir(place)).toEqual([]);
  });
});
