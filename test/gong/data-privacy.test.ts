import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Call, Stage } from "../../src/calls/call.ts";
import { asId, type CallId } from "../../src/calls/ids.ts";
import type { MediaKind } from "../../src/engine/media/media-store.ts";
import { runWorker } from "../../src/engine/jobs/worker.ts";
import type { StageRunner } from "../../src/engine/jobs/stage-runner.ts";
import { makeAnalysis, makeCall, makeParty, makeSpeaker, makeTranscript } from "../contracts/sample-calls.ts";
import { foundOnDisk as foundInFolder } from "./found-on-disk.ts";
import { GongServer, MAX_ERASED_CALLS, WORKSPACE_ID } from "./gong-server.ts";

let server: GongServer;
beforeEach(async () => {
  server = await GongServer.open();
});
afterEach(() => server[Symbol.asyncDispose]());

/** Words that stand in one call only; each in the form it is said in, and in those it may be kept in. */
const traces = [
  ["e-mail address", ["Quixwold.Zebedee@Fjordhamster.example", "quixwold", "fjordhamster"]],
  ["name", ["Zebedee Quixwold", "zebedee", "quixwold"]],
  ["phone number", ["+44 7700 900-8154", "447700900815", "7009008154", "900-8154"]],
  ["title", ["Gribbleworthy renewal", "gribbleworthi", "gribbleworthy"]],
  ["transcript", ["Snorklewhackers", "snorklewhacker", "brambleflux"]],
  ["topic", ["Plinthogravure", "plinthogravur"]],
  ["CRM field", ["Wuthermere Ltd"]],
  ["custom data", ["thrumblequay"]],
  ["client unique id", ["recorder-vexillomancy"]],
  ["library note", ["moldywarpery"]],
  ["media", ["OGRE-MARMALADE-OGRE"]],
] as const;

const PHONE = "+447700900 8154";

function someoneOn(id: string, changes: Partial<Call> = {}): Call {
  return makeCall({
    id: asId(id),
    workspaceId: asId(WORKSPACE_ID),
    clientUniqueId: `recorder-vexillomancy-${id}`,
    title: "Gribbleworthy renewal",
    customData: "thrumblequay",
    parties: [
      makeParty({ userId: asId("501"), name: "Ann Ford", emailAddress: "ann@ours.example", affiliation: "Internal" }),
      makeParty({
        name: "Zebedee Quixwold",
        emailAddress: "Quixwold.Zebedee@Fjordhamster.example",
        phoneNumber: "+44 7700 900-8154",
        affiliation: "External",
      }),
    ],
    context: [
      {
        system: "Salesforce",
        objects: [{ objectType: "Account", objectId: "A1", fields: [{ name: "Name", value: "Wuthermere Ltd" }] }],
      },
    ],
    ...changes,
  });
}

/** Enters a call the way the stages do, step by step, so that what they replace lies about in the file as well. */
async function enter(call: Call, sentences: readonly string[], topic: string, media: string): Promise<void> {
  const { database, calls, search, queue } = server.parts;
  const transcript = makeTranscript([...sentences], [makeSpeaker("71")]);
  const analysis = { ...makeAnalysis(), topics: [{ name: topic, durationMs: 1000, sentenceIndexes: [0] }] };
  await database.transact(async (transaction) => {
    await calls.add(call, transaction);
    await search.put(call, undefined, undefined, transaction);
    await queue.enqueue({ callId: call.id, stage: "transcribe" }, transaction);
  });
  await database.transact((transaction) => calls.setTranscript(call.id, transcript, transaction));
  await database.transact((transaction) => calls.setAnalysis(call.id, analysis, transaction));
  await database.transact(async (transaction) => {
    await search.put(call, transcript, analysis, transaction);
    await queue.removeFor(call.id, transaction);
    await calls.setProcessing(call.id, { status: "Completed", warnings: [] }, transaction);
  });
  await keep(call.id, "original", media);
  await stage(call.id, "samples", media);
}

async function stage(callId: CallId, kind: MediaKind, bytes: string): Promise<void> {
  const path = await server.parts.media.stagingPath(callId, kind);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
}

async function keep(callId: CallId, kind: MediaKind, bytes: string): Promise<void> {
  await stage(callId, kind, bytes);
  await server.parts.media.commit(callId, kind);
}

const foundOnDisk = (texts: readonly string[]) => foundInFolder(server.folder, texts);

const others = ["We spoke of the budget.", "It grew this year.", "A pear tree in the yard."];

/** Calls that stay, before, between and after, so that pages and segments are shared with the one that goes. */
async function addOthers(from: number, count: number): Promise<void> {
  for (let number = from; number < from + count; number += 1) {
    const call = makeCall({
      id: asId(String(2_000_000 + number)),
      workspaceId: asId(WORKSPACE_ID),
      title: `Renewal ${number}`,
      parties: [
        makeParty({ userId: asId("501") }),
        makeParty({ name: `Bob ${number}`, emailAddress: `bob${number}@acme.example` }),
      ],
    });
    await enter(call, [...others, `Number ${number}.`], "Pricing", `RIFF ${number}`);
  }
}

/** Puts a call into a folder of the library, with a note. */
async function recommend(callId: CallId): Promise<void> {
  const folder = { id: `9${callId}`, name: "Worth hearing" };
  const entry = { callId, note: "A lesson in moldywarpery" };
  await server.send({ method: "POST", path: "/tamtam/v1/library/folders", body: folder });
  await server.send({ method: "POST", path: `/tamtam/v1/library/folders/${folder.id}/calls`, body: entry });
}

async function fill(): Promise<readonly CallId[]> {
  await addOthers(0, 12);
  const calls = ["1000000000000000011", "1000000000000000012"].map((id) => someoneOn(id));
  for (const call of calls) {
    await enter(
      call,
      ["The Snorklewhackers came.", "Zebedee spoke of brambleflux.", ...others],
      "Plinthogravure",
      "OGRE-MARMALADE-OGRE",
    );
    await recommend(call.id);
    await addOthers(Number(call.id.slice(-1)) * 12, 12);
  }
  return calls.map(({ id }) => id);
}

const everyText = traces.flatMap(([, forms]) => [...forms]);
const byEmail = { query: { emailAddress: "quixwold.zebedee@fjordhamster.EXAMPLE" } };
const byPhone = { query: { phoneNumber: PHONE } };
const erase = (kind: "email-address" | "phone-number") =>
  server.send({
    method: "POST",
    path: `/v2/data-privacy/erase-data-for-${kind}`,
    ...(kind === "email-address" ? byEmail : byPhone),
  });

describe("somebody's data", () => {
  it("is on the disk before, in every form that the test looks for at least once", async () => {
    await fill();
    for (const [what, forms] of traces) {
      expect({ what, isThere: (await foundOnDisk([...forms])).length > 0 }).toEqual({ what, isThere: true });
    }
  });

  it.each(["email-address", "phone-number"] as const)("is off the disk after it was erased by %s", async (kind) => {
    const ids = await fill();
    expect((await erase(kind)).status).toBe(200);
    expect(await foundOnDisk([...everyText, ...ids.map((id) => `${id}.original`)])).toEqual([]);
  });

  it("takes nothing of anybody else with it, and the index finds what it found", async () => {
    await fill();
    await erase("email-address");
    const { calls, search, media } = server.parts;
    expect(await calls.count()).toBe(36);
    const query = { keywords: ["budget"], match: "all", sort: "recency", pageSize: 10, matchesPerCall: 1 } as const;
    expect((await search.search(query)).total).toEqual({ value: 36, relation: "eq" });
    expect(await media.size(asId("2000007"), "original")).toBe("RIFF 7".length);
    expect(await foundOnDisk(["ann@ours.example", "Bob 17"])).toEqual(["ann@ours.example", "Bob 17"]);
  });

  it("is found on every call that names somebody, with what else is known", async () => {
    const [first, second] = await fill();
    const { body } = await server.send({ method: "GET", path: "/v2/data-privacy/data-for-phone-number", ...byPhone });
    expect(body).toMatchObject({
      calls: [{ id: first, status: "COMPLETED" }, { id: second }],
      suppliedPhoneNumber: PHONE,
      matchingPhoneNumbers: ["+44 7700 900-8154"],
      emailAddresses: ["Quixwold.Zebedee@Fjordhamster.example"],
    });
  });

  it("is that of calls that only name a user's id, too; the user leaves the directory", async () => {
    const named = someoneOn("1000000000000000011", {
      parties: [makeParty({ userId: asId("777"), emailAddress: "quixwold.zebedee@fjordhamster.example" })],
    });
    const onlyId = someoneOn("1000000000000000012", { parties: [makeParty({ userId: asId("777") })] });
    for (const call of [named, onlyId]) await enter(call, others, "Pricing", "RIFF");
    expect((await erase("email-address")).status).toBe(200);
    expect(await server.parts.calls.count()).toBe(0);
    expect(await server.parts.users.get(asId("777"))).toBeUndefined();
    expect(await foundOnDisk(["fjordhamster"])).toEqual([]);
  });

  it("is neither shown to nor erased by a key that acts for a user", async () => {
    await enter(someoneOn("1000000000000000011"), others, "Pricing", "RIFF");
    const api = server.services.gongApi(asId("501"));
    await expect(api.findAllReferencesToEmailAddress(byEmail.query)).rejects.toThrow("Access denied");
    await expect(api.purgePhoneNumber(byPhone.query)).rejects.toThrow("Access denied");
    expect(await server.parts.calls.count()).toBe(1);
  });

  it("is not erased when that would take abnormally many calls", async () => {
    for (let number = 0; number <= MAX_ERASED_CALLS; number += 1) {
      await enter(someoneOn(`100000000000000002${number}`), others, "Pricing", "RIFF");
    }
    const { status, body } = await erase("email-address");
    expect(status).toBe(400);
    expect(body.errors).toEqual([expect.stringContaining("Nothing was erased: 4 calls would be, and more than 3")]);
    expect(await server.parts.calls.count()).toBe(4);
  });
});

describe("a call that is being processed when it is erased", () => {
  async function workOn(runner: StageRunner): Promise<void> {
    const stop = new AbortController();
    const runners: Record<Stage, StageRunner> = {
      download: runner,
      decode: runner,
      transcribe: runner,
      analyze: runner,
      index: runner,
    };
    const once: StageRunner = {
      run: async (call, context) => {
        try {
          return await runner.run(call, context);
        } finally {
          stop.abort();
        }
      },
    };
    await runWorker(
      { ...server.parts, runners: { ...runners, transcribe: once }, reportError: () => undefined },
      {
        worker: { id: "w", pid: 1, host: "here" },
        concurrency: 1,
        signal: stop.signal,
        heartbeatMs: 60_000,
        pollMs: 1,
        repairMs: 1,
      },
    );
  }

  it("is not worked on any more: what the worker found is not committed, and what it wrote goes", async () => {
    const call = someoneOn("1000000000000000011");
    await server.parts.database.transact(async (transaction) => {
      await server.parts.calls.add(call, transaction);
      await server.parts.queue.enqueue({ callId: call.id, stage: "transcribe" }, transaction);
    });
    let isCommitted = false;
    await workOn({
      run: async () => {
        expect((await erase("phone-number")).status).toBe(200);
        await keep(call.id, "samples", "OGRE-MARMALADE-OGRE");
        await stage(call.id, "original", "OGRE-MARMALADE-OGRE");
        return {
          commit: async () => {
            isCommitted = true;
          },
        };
      },
    });
    expect(isCommitted).toBe(false);
    expect(await server.parts.queue.nextDueInMs()).toBeUndefined();
    expect(await server.parts.calls.get(call.id)).toBeUndefined();
    expect(await foundOnDisk(everyText)).toEqual([]);
  });

  it("does not take the recording that arrives meanwhile", async () => {
    const call = someoneOn("1000000000000000011");
    await server.parts.database.transact((transaction) => server.parts.calls.add(call, transaction));
    const { addCallRecording } = server.services.gongApi(undefined);
    async function* file() {
      yield Buffer.concat([Buffer.from("RIFF\0\0\0\0WAVEfmt "), Buffer.alloc(5000)]);
      await erase("email-address");
      yield Buffer.from("OGRE-MARMALADE-OGRE");
    }
    await expect(addCallRecording({ id: call.id, file: file() })).rejects.toThrow(`Call ID ${call.id} was not found`);
    expect(await foundOnDisk(everyText)).toEqual([]);
  });
});

it("what a crash left of an erasure is cleared at the next start", async () => {
  const [first = asId<CallId>("0")] = await fill();
  const { erasures, database, calls, search } = server.parts;
  await database.transact(async (transaction) => {
    await search.remove(first, transaction);
    await calls.remove(first, transaction);
    await erasures.note([first], server.clock.nowMs, transaction);
  });
  expect(await server.parts.media.size(first, "original")).toBeDefined();
  const { createEraser } = await import("../../src/engine/operations/data-privacy/erase-records.ts");
  await createEraser(server.parts).finish();
  expect(await server.parts.media.size(first, "original")).toBeUndefined();
  expect(await foundOnDisk([`recorder-vexillomancy-${first}`])).toEqual([]);
  expect(await erasures.list()).toMatchObject([{ callIds: [first], isScrubbed: true }]);
  server.clock.nowMs += 24 * 3_600_000 + 1;
  await createEraser(server.parts).finish();
  expect(await erasures.list()).toEqual([]);
});

it("one call is deleted on Tamtam's own path, for good", async () => {
  const [first, second] = await fill();
  const path = `/tamtam/v1/calls/${first}`;
  expect((await server.fetch({ method: "DELETE", path })).status).toBe(200);
  expect(await foundOnDisk([`recorder-vexillomancy-${first}`, `recorder-vexillomancy-${second}`])).toEqual([
    `recorder-vexillomancy-${second}`,
  ]);
  expect((await server.fetch({ method: "DELETE", path })).status).toBe(404);
});
