import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { trackerSearch } from "../../src/app/tracker-search.ts";
import { createAnalyzer } from "../../src/engine/analysis/create-analyzer.ts";
import { presentCall } from "../../src/connection/call-answer.ts";
import { createEngine } from "../../src/engine/engine.ts";
import type { TrackerHitStore } from "../../src/engine/store/tracker-hit-store.ts";
import { override } from "../contracts/contract-cases.ts";
import { analyze } from "../../src/engine/jobs/analyze.ts";
import { trackHistory } from "../../src/engine/jobs/track-history.ts";
import { asId, type CallId } from "../../src/calls/ids.ts";
import { makeAnalysis, makeCall, makeParty, makeSpeaker, makeTranscript } from "../contracts/sample-calls.ts";
import { GongServer, WORKSPACE_ID } from "./gong-server.ts";
import { addCompleted, fillLibrary } from "./library.ts";

const never = new AbortController().signal;
const ANN_AND_BOB = "1000000000000000001";

let server: GongServer;
beforeEach(async () => {
  server = await GongServer.open();
  await fillLibrary(server);
});
afterEach(() => server[Symbol.asyncDispose]());

const own = (method: string, path: string, body?: unknown) => server.send({ method, path: `/tamtam/v1/${path}`, body });
const makeTracker = (trackerName: string, keywords: readonly string[], more: object = {}) =>
  own("POST", "trackers", {
    id: `t-${trackerName}`,
    trackerName,
    languageKeywords: [{ language: "eng", keywords, includeRelatedForms: true }],
    ...more,
  });

const parts = () => ({ ...server.parts, makeTrackerSearch: trackerSearch() });
/** What the worker does by itself. */
const lookInHistory = (signal = never) => trackHistory(parts(), signal);

interface Content {
  readonly trackers?: readonly { readonly name: string; readonly count: number }[];
}

async function contentOf(callId: string, flags: object): Promise<Content | undefined> {
  const { body } = await server.send({
    method: "POST",
    path: "/v2/calls/extensive",
    body: { filter: { callIds: [callId] }, contentSelector: { exposedFields: { content: flags } } },
  });
  return (body["calls"] as { content?: Content }[])[0]?.content; // the call that was asked for
}

const countsOf = async (callId: string) => {
  const content = await contentOf(callId, { trackers: true });
  return Object.fromEntries((content?.trackers ?? []).map(({ name, count }) => [name, count]));
};

async function historyOf(): Promise<unknown> {
  const { body } = await own("GET", "trackers");
  const trackers = body["trackers"] as { trackerName: string; history: unknown }[]; // one member for each tracker
  return Object.fromEntries(trackers.map(({ trackerName, history }) => [trackerName, history]));
}

/** Analysed before any tracker was there: says "a budget" as often as told. */
function budgetCall(id: string, times: number) {
  const call = makeCall({
    id: asId(id),
    workspaceId: asId(WORKSPACE_ID),
    processing: { status: "Completed", warnings: [] },
  });
  return {
    call,
    transcript: makeTranscript(Array.from({ length: times }, () => "A budget.")),
    analysis: makeAnalysis(),
  };
}

describe("a call's trackers", () => {
  beforeEach(async () => {
    await makeTracker("Budget", ["budget", "what does it cost"]);
    await makeTracker("Asked by them", ["cost"], { affiliation: "NonCompany", partOfQuestion: true });
    await makeTracker("Competitors", ["Acme"]);
    await lookInHistory();
  });

  it("say how often, when, by whom and in which words, those that found nothing too", async () => {
    expect(await contentOf(ANN_AND_BOB, { trackers: true, trackerOccurrences: true })).toEqual({
      trackers: [
        {
          id: "t-Asked by them",
          name: "Asked by them",
          count: 1,
          type: "KEYWORD",
          occurrences: [{ startTime: 6.3, speakerId: "72" }],
          phrases: [{ phrase: "cost", count: 1, occurrences: [{ startTime: 6.3, speakerId: "72" }] }],
        },
        {
          id: "t-Budget",
          name: "Budget",
          count: 2,
          type: "KEYWORD",
          occurrences: [
            { startTime: 2.3, speakerId: "71" },
            { startTime: 6, speakerId: "72" },
          ],
          phrases: [
            { phrase: "budget", count: 1, occurrences: [{ startTime: 2.3, speakerId: "71" }] },
            { phrase: "what does it cost", count: 1, occurrences: [{ startTime: 6, speakerId: "72" }] },
          ],
        },
        { id: "t-Competitors", name: "Competitors", count: 0, type: "KEYWORD", occurrences: [], phrases: [] },
      ],
    });
  });

  it("say neither when nor by whom unless that is asked for", async () => {
    const content = await contentOf(ANN_AND_BOB, { trackers: true });
    expect(content?.trackers?.[1]).toMatchObject({
      count: 2,
      occurrences: [],
      phrases: [
        { phrase: "budget", count: 1, occurrences: [] },
        { phrase: "what does it cost", count: 1, occurrences: [] },
      ],
    });
  });

  it("are absent where they are not asked for", async () => {
    expect(await contentOf(ANN_AND_BOB, { topics: true, trackerOccurrences: true })).not.toHaveProperty("trackers");
  });

  it("are those of its workspace", async () => {
    expect(await countsOf("1000000000000000002")).toEqual({});
  });

  it("are absent while the call is not analysed", async () => {
    const call = makeCall({ id: asId("44"), workspaceId: asId(WORKSPACE_ID) });
    await addCompleted(server, [{ call }]);
    expect(await contentOf("44", { trackers: true })).toBeUndefined();
  });

  it("go with the tracker, and with the call", async () => {
    expect((await own("DELETE", "trackers/t-Budget")).status).toBe(200);
    expect(await countsOf(ANN_AND_BOB)).toEqual({ "Asked by them": 1, Competitors: 0 });
    expect((await own("DELETE", `calls/${ANN_AND_BOB}`)).status).toBe(200);
    expect((await server.parts.trackerHits.getMany([asId(ANN_AND_BOB)])).size).toBe(0);
  });
});

describe("a tracker that is made or changed", () => {
  it("is known as not looked for in older calls, until it was", async () => {
    const made = await makeTracker("Budget", ["budget"]);
    expect(made.body["tracker"]).toMatchObject({ history: { isComplete: false, callsToDo: 1 } });
    expect(await countsOf(ANN_AND_BOB)).toEqual({});
    expect(await lookInHistory()).toBe(2);
    expect(await historyOf()).toEqual({ Budget: { isComplete: true, callsToDo: 0 } });
    expect(await countsOf(ANN_AND_BOB)).toEqual({ Budget: 1 });
    expect(await lookInHistory()).toBe(0);
  });

  it("is looked for anew when its words change, and not when its name does", async () => {
    await makeTracker("Budget", ["budget"]);
    await lookInHistory();
    await own("PATCH", "trackers/t-Budget", { trackerName: "Money" });
    expect(await countsOf(ANN_AND_BOB)).toEqual({ Money: 1 });
    await own("PATCH", "trackers/t-Budget", {
      languageKeywords: [{ language: "eng", keywords: ["budget", "cost", "grow"], includeRelatedForms: true }],
    });
    expect(await countsOf(ANN_AND_BOB)).toEqual({});
    await lookInHistory();
    expect(await countsOf(ANN_AND_BOB)).toEqual({ Money: 3 });
  });

  it("is finished after a crash, with nothing counted twice", async () => {
    await addCompleted(
      server,
      Array.from({ length: 45 }, (_, index) => budgetCall(`50${index}`, 2)),
    );
    await makeTracker("Budget", ["budget"]);
    let written = 0;
    const { trackerHits } = server.parts;
    const crashing = override<TrackerHitStore>(trackerHits, {
      putIfUnchanged: async (...given) => {
        if ((written += 1) > 30) throw new Error("the power failed");
        return trackerHits.putIfUnchanged(...given);
      },
    });
    await expect(trackHistory({ ...parts(), trackerHits: crashing }, never)).rejects.toThrow("the power failed");
    // The first batch of 20 was written; what the second had begun is undone.
    expect(await historyOf()).toEqual({ Budget: { isComplete: false, callsToDo: 27 } });
    await lookInHistory();
    expect(await historyOf()).toEqual({ Budget: { isComplete: true, callsToDo: 0 } });
    for (const id of ["500", "5044"]) expect(await countsOf(id)).toEqual({ Budget: 2 });
  });

  it("is found once when two look at the same time", async () => {
    await addCompleted(
      server,
      Array.from({ length: 25 }, (_, index) => budgetCall(`50${index}`, 3)),
    );
    await makeTracker("Budget", ["budget"]);
    await Promise.all([lookInHistory(), lookInHistory()]);
    for (const id of ["500", "5024"]) expect(await countsOf(id)).toEqual({ Budget: 3 });
  });

  it("does not keep others from writing: calls come in meanwhile, and none is missed", async () => {
    await addCompleted(
      server,
      Array.from({ length: 25 }, (_, index) => budgetCall(`50${index}`, 1)),
    );
    await makeTracker("Budget", ["budget"]);
    const looking = lookInHistory();
    await addCompleted(server, [budgetCall("900", 4)]);
    await looking;
    await lookInHistory();
    expect(await countsOf("900")).toEqual({ Budget: 4 });
    expect(await historyOf()).toEqual({ Budget: { isComplete: true, callsToDo: 0 } });
  });
});

describe("a call that is analysed", () => {
  const CALL = asId<CallId>("70");

  async function runStage() {
    const speakers = [makeSpeaker("1", { affiliation: "Internal" }), makeSpeaker("2", { affiliation: "External" })];
    const call = makeCall({
      id: CALL,
      workspaceId: asId(WORKSPACE_ID),
      languageCode: "en-US",
      parties: [makeParty({ affiliation: "Internal" }), makeParty()],
    });
    await server.parts.database.transact(async (transaction) => {
      await server.parts.calls.add(call, transaction);
      await server.parts.calls.setTranscript(
        CALL,
        makeTranscript(["What is your budget?", [1, "The budgets are tight."]], speakers),
        transaction,
      );
    });
    const { analyze: analyzeTranscript } = createAnalyzer();
    return analyze({ ...parts(), analyze: async () => analyzeTranscript }).run(call, {
      signal: never,
      onProgress: () => {},
    });
  }

  const commit = (result: Awaited<ReturnType<typeof runStage>>) =>
    server.parts.database.transact(async (transaction) => {
      await result.commit(transaction);
      await server.parts.calls.setProcessing(CALL, { status: "Completed", warnings: [] }, transaction);
    });

  it("has its trackers at once", async () => {
    await makeTracker("Budget", ["budget"]);
    await lookInHistory();
    await commit(await runStage());
    expect(await countsOf(CALL)).toEqual({ Budget: 2 });
    expect(await lookInHistory()).toBe(0);
  });

  it("is looked at again for a tracker that was made or changed while it was", async () => {
    await makeTracker("Budget", ["budget"]);
    await makeTracker("Asked", ["budget"]);
    await lookInHistory();
    const result = await runStage();
    await makeTracker("Tight", ["tight"]);
    await own("PATCH", "trackers/t-Asked", { partOfQuestion: true });
    await commit(result);
    expect(await countsOf(CALL)).toEqual({ Budget: 2 });
    await lookInHistory();
    expect(await countsOf(CALL)).toEqual({ Asked: 1, Budget: 2, Tight: 1 });
  });

  it("is looked at again when it is corrected", async () => {
    await makeTracker("Theirs", ["budget"], { affiliation: "NonCompany" });
    await commit(await runStage());
    expect(await countsOf(CALL)).toEqual({ Theirs: 1 });
    const speakers = [makeSpeaker("1", { affiliation: "External" }), makeSpeaker("2", { affiliation: "External" })];
    const transcript = makeTranscript(["What is your budget?", [1, "The budgets are tight."]], speakers);
    await server.parts.database.transact((transaction) =>
      server.parts.calls.setTranscript(CALL, transcript, transaction),
    );
    await lookInHistory();
    expect(await countsOf(CALL)).toEqual({ Theirs: 2 });
  });
});

it("are in the answers of the actions, with names instead of ids, those that found something", async () => {
  await makeTracker("Budget", ["budget"]);
  await makeTracker("Competitors", ["Acme"]);
  await lookInHistory();
  const selection = { context: "None", includeContent: true, includeMedia: false, includeTranscript: false } as const;
  const record = await createEngine(server.parts).status.getCall({ callId: ANN_AND_BOB }, selection);
  expect(record && presentCall(record).content?.trackers).toEqual([
    {
      name: "Budget",
      count: 1,
      phrases: [{ phrase: "budget", count: 1, occurrences: [{ start: 2.3, speakerId: "71", speaker: "Ann Ford" }] }],
    },
  ]);
});
