import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { trackerSearch } from "../../src/app/tracker-search.ts";
import type { CallAnalysis } from "../../src/calls/call-analysis.ts";
import type { Processing } from "../../src/calls/call.ts";
import { asId } from "../../src/calls/ids.ts";
import { createAnalyzer } from "../../src/engine/analysis/create-analyzer.ts";
import type { Analyze } from "../../src/engine/jobs/analyze.ts";
import { renewAnalyses, type RenewAnalysesParts } from "../../src/engine/jobs/renew-analyses.ts";
import { makeAnalysis, makeCall, makeParty, makeSpeaker, makeTranscript } from "../contracts/sample-calls.ts";
import { GongServer, WORKSPACE_ID } from "./gong-server.ts";
import { addCompleted, fillLibrary } from "./library.ts";

const never = new AbortController().signal;
const CALL = asId<never>("1000000000000000021");
const analyzer = createAnalyzer();

let server: GongServer;
beforeEach(async () => {
  server = await GongServer.open();
  await fillLibrary(server);
});
afterEach(() => server[Symbol.asyncDispose]());

const parts = (given: Partial<RenewAnalysesParts> = {}): RenewAnalysesParts => ({
  ...server.parts,
  makeTrackerSearch: trackerSearch(),
  analyze: async () => (transcript, options) => analyzer.analyze(transcript, options),
  analysisVersion: analyzer.version,
  ...given,
});
/** What the worker does by itself. */
const renew = (given: Partial<RenewAnalysesParts> = {}, signal = never) =>
  renewAnalyses(parts(given), { signal, restMs: 0 });

const transcript = makeTranscript(
  [
    "How much is it for thirty people?",
    [1, "The price is twenty dollars a month for each person."],
    "Good. Please send me the pricing by Friday.",
    [1, "I'll send you the pricing today."],
  ],
  [
    makeSpeaker("81", { partyId: asId("611"), affiliation: "External" }),
    makeSpeaker("82", { partyId: asId("612"), affiliation: "Internal" }),
  ],
);

/** Analysed by the first version, which knew less. */
async function addCall(analysis: CallAnalysis = makeAnalysis(["Weather"]), processing?: Processing): Promise<void> {
  const call = makeCall({
    id: CALL,
    workspaceId: asId(WORKSPACE_ID),
    clientUniqueId: "recorder-21",
    parties: [
      makeParty({ id: asId("611"), name: "Jane Smith", affiliation: "External" }),
      makeParty({ id: asId("612"), name: "John Doe", affiliation: "Internal" }),
    ],
  });
  await addCompleted(server, [{ call, transcript, analysis }]);
  if (!processing) return;
  await server.parts.database.transact((tx) => server.parts.calls.setProcessing(CALL, processing, tx));
}

async function contentOf(): Promise<unknown> {
  const content = { topics: true, trackers: true, structure: true, outline: true, highlights: true, keyPoints: true };
  const { body } = await server.send({
    method: "POST",
    path: "/v2/calls/extensive",
    body: { filter: { callIds: [CALL] }, contentSelector: { exposedFields: { content } } },
  });
  return (body["calls"] as { content?: unknown }[])[0]?.content; // the call that was asked for
}

async function isFoundBy(keyword: string): Promise<boolean> {
  const query = { keywords: [keyword], match: "all", sort: "recency", pageSize: 10, matchesPerCall: 0 } as const;
  const { hits } = await server.parts.search.search(query);
  return hits.some(({ callId }) => callId === CALL);
}

describe("a call that an older version analysed", () => {
  it("gets the parts that it did not have", async () => {
    await addCall();
    expect(await contentOf()).toEqual({ trackers: [], topics: [{ name: "Weather", duration: 1 }] });
    await renew();
    expect(await contentOf()).toEqual({
      trackers: [],
      topics: [
        { name: "Pricing", duration: 8 },
        { name: "Next Steps", duration: 4 },
      ],
      structure: [{ name: "Pricing", duration: 8 }],
      outline: [
        {
          section: "Pricing",
          startTime: 0,
          duration: 7.9,
          items: [{ text: "John Doe: The price is twenty dollars a month for each person.", startTime: 2 }],
        },
      ],
      highlights: [
        {
          title: "Next steps",
          items: [
            { text: "Jane Smith: Good. Please send me the pricing by Friday.", startTimes: [4] },
            { text: "John Doe: I'll send you the pricing today.", startTimes: [6] },
          ],
        },
      ],
      keyPoints: [{ text: "John Doe: The price is twenty dollars a month for each person." }],
    });
    expect((await server.parts.calls.getAnalysis(CALL))?.nextSteps).toEqual([
      { sentenceIndex: 2, side: "nonCompany", due: "by Friday" },
      { sentenceIndex: 3, side: "company", due: "today" },
    ]);
  });

  it("is done once, with the trackers that are there", async () => {
    await server.send({
      method: "POST",
      path: "/tamtam/v1/trackers",
      body: { id: "901", trackerName: "Price", languageKeywords: [{ language: "eng", keywords: ["price"] }] },
    });
    await addCall();
    expect(await renew()).toBeGreaterThan(0);
    expect(await renew()).toBe(0);
    expect(await contentOf()).toMatchObject({ trackers: [{ name: "Price", count: 1 }] });
  });

  it("is found by the topics that it has now", async () => {
    await addCall();
    const call = await server.parts.calls.get(CALL);
    await server.parts.database.transact(async (tx) => {
      if (call) await server.parts.search.put(call, transcript, makeAnalysis(["Weather"]), tx);
    });
    expect(await isFoundBy("weather")).toBe(true);
    await renew();
    expect(await isFoundBy("weather")).toBe(false);
    expect(await isFoundBy("twenty dollars")).toBe(true);
  });

  it("is left to its stages while it is being processed", async () => {
    await addCall(undefined, { status: "Processing", stage: "analyze", warnings: [] });
    await renew();
    expect((await server.parts.calls.getAnalysis(CALL))?.version).toBe("1");
  });

  it("is renewed though a later stage failed", async () => {
    const failure = { stage: "index", code: "x", reason: "y" } as const;
    await addCall(undefined, { status: "Failed", stage: "index", failure, warnings: [] });
    await renew();
    expect((await server.parts.calls.getAnalysis(CALL))?.version).toBe(analyzer.version);
    expect((await server.parts.calls.get(CALL))?.processing).toMatchObject({ status: "Failed", failure });
  });

  it("is left as somebody else has made it meanwhile", async () => {
    await addCall();
    const meanwhile = { ...makeAnalysis(["Meanwhile"]), version: analyzer.version };
    const analyze = async (): Promise<Analyze> => {
      await server.parts.database.transact((tx) => server.parts.calls.setAnalysis(CALL, meanwhile, tx));
      return (given, options) => analyzer.analyze(given, options);
    };
    await renew({ analyze });
    expect(await server.parts.calls.getAnalysis(CALL)).toEqual(meanwhile);
  });

  it("stays away when it was deleted meanwhile", async () => {
    await addCall();
    const analyze = async (): Promise<Analyze> => {
      await server.parts.database.transact((tx) => server.parts.calls.remove(CALL, tx));
      return (given, options) => analyzer.analyze(given, options);
    };
    await renew({ analyze });
    expect(await server.parts.calls.getAnalysis(CALL)).toBeUndefined();
  });

  it("waits for the next time when the worker stops", async () => {
    await addCall();
    expect(await renew({}, AbortSignal.abort())).toBe(0);
    expect((await server.parts.calls.getAnalysis(CALL))?.version).toBe("1");
  });
});

describe("an analysis that is no older version's", () => {
  it.each(["tenant", "2", "1000"])("stays as it is: %s", async (version) => {
    const analysis = { ...makeAnalysis(["Weather"]), version };
    await addCall(analysis);
    await renew({ analysisVersion: "2" });
    expect(await server.parts.calls.getAnalysis(CALL)).toEqual(analysis);
  });
});
