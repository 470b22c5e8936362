import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { trackerSearch } from "../../src/app/tracker-search.ts";
import type { Stage } from "../../src/calls/call.ts";
import type { CallCriteria } from "../../src/calls/call-criteria.ts";
import { createAnalyzer } from "../../src/engine/analysis/create-analyzer.ts";
import { analyze } from "../../src/engine/jobs/analyze.ts";
import { indexCall } from "../../src/engine/jobs/index-call.ts";
import type { StageRunner } from "../../src/engine/jobs/stage-runner.ts";
import { runWorker } from "../../src/engine/jobs/worker.ts";
import { GongServer } from "../gong/gong-server.ts";
import { bareCall, fillLibrary, fullCall, waitingCall } from "../gong/library.ts";

let server: GongServer;

beforeEach(async () => {
  server = await GongServer.open();
  await fillLibrary(server);
});

afterEach(() => server[Symbol.asyncDispose]());

const edit = (body: object, id: string = fullCall.id) =>
  server.send({ method: "PATCH", path: `/tamtam/v1/calls/${id}`, body });

interface Shown {
  readonly parties: readonly Readonly<Record<string, unknown>>[];
  readonly interaction: {
    readonly speakers: readonly Readonly<Record<string, unknown>>[];
    readonly interactionStats: readonly { readonly name: string; readonly value: number }[];
  };
}

/** The call as Gong's detailed list shows it. */
async function shown(id: string = fullCall.id): Promise<Shown> {
  const exposedFields = { parties: true, interaction: { speakers: true, personInteractionStats: true } };
  const body = { filter: { callIds: [id] }, contentSelector: { context: "Basic", exposedFields } };
  const answer = await server.send({ method: "POST", path: "/v2/calls/extensive", body });
  const [call] = answer.body["calls"] as Shown[]; // one was asked for
  if (!call) throw new Error(`call ${id} is not shown`);
  return call;
}

async function found(criteria: Partial<CallCriteria>): Promise<string[]> {
  const query = { match: "all", sort: "recency", pageSize: 10, matchesPerCall: 0, ...criteria } as const;
  return (await server.parts.search.search(query)).hits.map(({ callId }) => callId);
}

const talkRatio = ({ interaction }: Shown) =>
  interaction.interactionStats.find(({ name }) => name === "Talk Ratio")?.value;

const problemsOf = ({ body }: Awaited<ReturnType<typeof edit>>) =>
  (body["error"] as { readonly message: string }).message.split("\n"); // the answers looked at are errors

/** Does the work that waits, until the call is done. @param changed runners in the place of the real ones */
async function work(changed: Partial<Record<Stage, StageRunner>> = {}, id = fullCall.id): Promise<void> {
  const stop = new AbortController();
  const analyzer = createAnalyzer();
  const never: StageRunner = { run: async () => Promise.reject(new Error("no such work was expected")) };
  const index = indexCall(server.parts);
  const runners = {
    download: never,
    decode: never,
    transcribe: never,
    analyze: analyze({
      ...server.parts,
      makeTrackerSearch: trackerSearch(),
      analyze: async () => (transcript, options) => analyzer.analyze(transcript, options),
    }),
    index,
    ...changed,
  };
  const finished = setInterval(async () => {
    const status = (await server.parts.calls.get(id))?.processing.status;
    if (status !== "Processing") stop.abort();
  }, 2);
  try {
    await runWorker(
      { ...server.parts, runners, reportError: (error) => expect.fail(String(error)) },
      {
        worker: { id: "w", pid: 1, host: "here" },
        concurrency: 1,
        signal: stop.signal,
        heartbeatMs: 60_000,
        pollMs: 1,
        repairMs: 1,
      },
    );
  } finally {
    clearInterval(finished);
  }
}

describe("the words and the kind of a call", () => {
  it("are changed where they are named, and found at once", async () => {
    const { status, body } = await edit({ title: "Quarterly zebra review", disposition: "Won", direction: "Inbound" });
    expect([status, body["status"], body["stage"]]).toEqual([200, "Completed", null]);
    expect((body["call"] as { metaData: object }).metaData).toMatchObject({
      title: "Quarterly zebra review",
      sdrDisposition: "Won",
      direction: "Inbound",
      purpose: "Renewal",
    });
    expect(await found({ keywords: ["zebra"] })).toEqual([fullCall.id]);
    expect(await found({ disposition: "won", direction: "Inbound" })).toEqual([fullCall.id]);
    await edit({ title: "Renewal with Acme", disposition: "" });
    expect(await found({ keywords: ["zebra"] })).toEqual([]);
    expect(await found({ disposition: "won" })).toEqual([]);
    expect(await found({ keywords: ["renewal"], title: "acme" })).toEqual([fullCall.id]);
    const { body: read } = await server.send({ method: "GET", path: `/v2/calls/${fullCall.id}` });
    expect(read["call"]).toMatchObject({ title: "Renewal with Acme", sdrDisposition: null });
  });

  it("leave what was said, who said it and the statistics as they were", async () => {
    const before = await shown();
    await edit({ title: "Another", purpose: "" });
    expect(await shown()).toMatchObject({ parties: before.parties, interaction: before.interaction });
    expect(await server.parts.queue.nextDueInMs()).toBeUndefined();
  });

  it("decide by which time Gong's list goes", async () => {
    const query = { fromDateTime: "2026-03-02T23:30:00Z", toDateTime: "2026-03-03T00:00:00Z" };
    const list = () => server.send({ method: "GET", path: "/v2/calls", query });
    expect((await list()).status).toBe(200);
    await edit({ direction: "Conference" });
    expect((await list()).status).toBe(404);
    await edit({ direction: "Outbound" });
    expect((await list()).status).toBe(200);
  });
});

describe("the parties of a call", () => {
  const [ann, bob] = [{ userId: "501" }, { name: "bob stone" }];

  it("are who is on the list: known ones keep what is not named, others are new, who is missing leaves", async () => {
    const eva = { userId: "520", name: "Eva Dam", emailAddress: "eva@ours.example" };
    const { body } = await edit({ parties: [ann, { ...bob, emailAddress: "bob@acme.example", phoneNumber: "" }, eva] });
    expect(body["stage"]).toBe("analyze");
    const { parties } = await shown();
    expect(parties).toMatchObject([
      { id: "601", userId: "501", name: "Ann Ford", speakerId: "71", affiliation: "Internal" },
      { id: "602", name: "bob stone", emailAddress: "bob@acme.example", phoneNumber: null, speakerId: "72" },
      { name: "Eva Dam", speakerId: null, affiliation: "Internal" },
    ]);
    expect(parties[1]?.["context"]).toHaveLength(1);
    expect(parties[2]?.["id"]).toMatch(/^\d{18}$/);
    expect(await found({ participantName: "Eva" })).toEqual([fullCall.id]);
    expect(await found({ participantName: "Carol" })).toEqual([]);
    const user = await server.send({ method: "GET", path: "/v2/users/520" });
    expect(user.body["user"]).toMatchObject({ firstName: "Eva", emailAddress: "eva@ours.example" });
  });

  it("make nobody forget what newer calls said of a user whom the edit does not change", async () => {
    await server.send({ method: "PATCH", path: "/tamtam/v1/users/501", body: { lastName: "Married" } });
    await edit({ parties: [ann, bob] });
    expect((await server.send({ method: "GET", path: "/v2/users/501" })).body["user"]).toMatchObject({
      lastName: "Married",
    });
  });

  it("take the voices of their channels along, and the statistics of the sides", async () => {
    const swapped = [{ ...ann, mediaChannelId: 1 }, { ...bob, mediaChannelId: 0 }, { name: "Carol Reed" }];
    expect(talkRatio(await shown())).toBe(0.6);
    const { body } = await edit({ parties: swapped });
    expect([body["status"], body["stage"]]).toEqual(["Processing", "analyze"]);
    expect((await shown()).parties.map(({ speakerId }) => speakerId)).toEqual(["72", "71", null]);
    await work();
    const { parties, interaction } = await shown();
    expect(parties.map(({ id, speakerId }) => [id, speakerId])).toEqual([
      ["601", "72"],
      ["602", "71"],
      ["603", null],
    ]);
    // Ann now has the 3.8 of 9.5 seconds that were Bob's.
    expect(talkRatio(await shown())).toBe(0.4);
    expect(interaction.speakers).toEqual([
      { id: "602", userId: null, talkTime: 5.7 },
      { id: "601", userId: "501", talkTime: 3.8 },
    ]);
    expect((await server.parts.calls.get(fullCall.id))?.processing).toEqual({ status: "Completed", warnings: [] });
  });

  it("are the company's when they become users, and so are their voices", async () => {
    await edit({ parties: [ann, { ...bob, userId: "521" }] });
    await work();
    const speakers = (await server.parts.calls.getSpeakers([fullCall.id])).get(fullCall.id);
    expect(speakers?.map(({ affiliation }) => affiliation)).toEqual(["Internal", "Internal"]);
    // Nobody is left whom the company could have talked with.
    expect(talkRatio(await shown())).toBeUndefined();
  });

  it("are refused with every problem, by place in the list", async () => {
    const twice = await edit({ parties: [{ id: "601" }, { id: "609" }, { id: "601" }] });
    expect(twice.status).toBe(400);
    expect(problemsOf(twice)).toEqual([
      "parties[1].id: there is no party 609 on this call; leave the id out for a new one",
      "parties[2]: is party 601, who is on the list already",
    ]);
    expect(problemsOf(await edit({ parties: [bob] }))).toEqual([
      'parties: must keep the primary user: one of them needs the userId "501"',
    ]);
    expect((await shown()).parties).toHaveLength(3);
  });
});

describe("the speakers of a call", () => {
  it("are whose a person says they are, by any of a party's traits", async () => {
    expect((await shown(bareCall.id)).parties).toHaveLength(3);
    const { status, body } = await edit({ speakers: [{ speakerId: "73", partyId: "dan@acme.example" }] }, bareCall.id);
    expect([status, body["stage"]]).toEqual([200, "analyze"]);
    await work({}, bareCall.id);
    const { parties } = await shown(bareCall.id);
    expect(parties.map(({ id, speakerId }) => [id, speakerId])).toEqual([
      ["604", null],
      ["605", "73"],
    ]);
    const { interaction } = await shown(bareCall.id);
    expect(interaction.speakers).toEqual([{ id: "605", userId: null, talkTime: 1.9 }]);
    await edit({ speakers: [{ speakerId: "73" }] }, bareCall.id);
    expect((await shown(bareCall.id)).parties).toHaveLength(3);
  });

  it("stay so when the list changes, until the party leaves it", async () => {
    await edit({ speakers: [{ speakerId: "73", partyId: "605" }] }, bareCall.id);
    const host = { userId: "502" };
    await edit({ parties: [host, { emailAddress: "dan@acme.example", name: "Dan" }] }, bareCall.id);
    expect((await shown(bareCall.id)).parties[1]).toMatchObject({ name: "Dan", speakerId: "73" });
    await edit({ parties: [host] }, bareCall.id);
    expect((await shown(bareCall.id)).parties.map(({ name, affiliation }) => [name, affiliation])).toEqual([
      [null, "Internal"],
      ["Speaker #1", "Unknown"],
    ]);
  });

  it("are refused where there is no such voice or nobody of that name", async () => {
    const answer = await edit({ speakers: [{ speakerId: "79", partyId: "Zoe" }] });
    expect(answer.status).toBe(400);
    expect(problemsOf(answer)).toEqual([
      'speakers[0].speakerId: must be a voice of the call\'s transcript (it has 71, 72); got "79"',
      'speakers[0].partyId: must be one party of the call, by id, partyId, userId, e-mail address, phone number or name; got "Zoe"',
    ]);
    expect(problemsOf(await edit({ speakers: [{ speakerId: "79" }] }, waitingCall.id))[0]).toContain("it has none yet");
  });
});

describe("a call that is being worked on", () => {
  async function startStage(stage: Stage): Promise<void> {
    await server.parts.database.transact(async (transaction) => {
      await server.parts.calls.setProcessing(fullCall.id, { status: "Processing", stage, warnings: [] }, transaction);
      await server.parts.queue.enqueue({ callId: fullCall.id, stage }, transaction);
    });
  }

  it("is indexed as it is afterwards, whatever the worker had in hand", async () => {
    await startStage("index");
    const real = indexCall(server.parts);
    let runs = 0;
    const once: StageRunner = {
      run: async (call, context) => {
        const result = await real.run(call, context);
        if ((runs += 1) === 1) expect((await edit({ title: "Changed under way" })).status).toBe(200);
        return result;
      },
    };
    await work({ index: once });
    expect(runs).toBe(2);
    expect(await found({ title: "under way" })).toEqual([fullCall.id]);
  });

  it("is analysed anew when its sides change meanwhile", async () => {
    await startStage("index");
    expect((await edit({ parties: [{ userId: "501" }] })).body["stage"]).toBe("analyze");
    await work();
    expect((await shown()).parties).toMatchObject([{ id: "601" }, { name: "Speaker #1", affiliation: "Unknown" }]);
  });

  it("goes on where its change does not matter to the stage", async () => {
    await startStage("transcribe");
    expect((await edit({ title: "Early" })).body["stage"]).toBeNull();
    expect((await edit({ parties: [{ userId: "501" }] })).body["stage"]).toBe("transcribe");
    const waiting = await edit({ title: "Early", parties: [{ userId: "user-1" }] }, waitingCall.id);
    expect(waiting.status).toBe(400);
  });
});

it("is refused where there is no such call, and where a field is not known", async () => {
  expect((await edit({ title: "x" }, "999")).status).toBe(404);
  const answer = await edit({ name: "x" });
  expect([answer.status, problemsOf(answer)[0]]).toEqual([400, expect.stringContaining("name")]);
});
