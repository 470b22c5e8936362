import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CallAnswer, SearchAnswer } from "../support/sample-call.ts";
import { TestLibrary, type TestServer, until } from "../support/tamtam.ts";

const order = ["seed", "--calls", "60", "--until", "2025-06-30"];

interface Tracker {
  readonly trackerName: string;
  readonly history: { readonly isComplete: boolean; readonly callsToDo: number };
}

interface FoundTracker {
  readonly name: string;
  readonly count: number;
  readonly occurrences: readonly { readonly startTime: number; readonly speakerId: string }[];
}

interface Review {
  readonly scorecardName: string;
  readonly callId: string;
}

let library: TestLibrary;

beforeAll(async () => {
  library = await TestLibrary.create();
  await library.answer(order);
});
afterAll(() => library[Symbol.asyncDispose]());

async function send<T>(server: TestServer, method: string, path: string, body?: unknown): Promise<T> {
  const headers = { "content-type": "application/json" };
  const response = await server.fetch(path, {
    method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as T; // each test says what it looks at
}

/** Of every call, the trackers that Gong's path shows. */
async function trackersOfCalls(server: TestServer): Promise<(readonly FoundTracker[])[]> {
  const contentSelector = { exposedFields: { content: { trackers: true, trackerOccurrences: true } } };
  const { calls } = await send<{ calls: readonly { content: { trackers: readonly FoundTracker[] } }[] }>(
    server,
    "POST",
    "/v2/calls/extensive",
    { filter: {}, contentSelector },
  );
  return calls.map(({ content }) => content.trackers);
}

describe("a seeded library", () => {
  test("has trackers that found something, each in some calls and not in all", async () => {
    await using server = await library.serve();
    const { keywordTrackers } = await send<{ keywordTrackers: readonly { trackerName: string }[] }>(
      server,
      "GET",
      "/v2/settings/trackers",
    );
    const names = keywordTrackers.map(({ trackerName }) => trackerName);
    expect(names).toEqual([
      "Budget",
      "Competitors",
      "Discovery questions",
      "Legal and procurement",
      "Next steps",
      "Objections",
      "Pricing",
      "Security",
    ]);
    const calls = await trackersOfCalls(server);
    for (const name of names) {
      const counts = calls.map((trackers) => trackers.find((tracker) => tracker.name === name)?.count ?? -1);
      expect(Math.min(...counts)).toBe(0);
      expect(Math.max(...counts)).toBeGreaterThan(0);
    }
    for (const { count, occurrences } of calls.flat()) expect(occurrences).toHaveLength(count);
  });

  test("tells of trackers on the command line too", async () => {
    const { calls } = await library.answer<SearchAnswer>(["search-calls", "--keywords", "per user per month"]);
    const call = await library.answer<CallAnswer>([
      "get-call",
      "--call-id",
      calls[0]?.callId ?? "",
      "--include-content",
    ]);
    const { trackers } = call["content"] as unknown as { trackers: readonly { name: string; count: number }[] }; // as the schema says
    expect(trackers.find(({ name }) => name === "Pricing")?.count).toBeGreaterThan(0);
    expect(trackers.every(({ count }) => count > 0)).toBe(true);
  });

  test("has reviews of part of its calls, and no more when it is filled again", async () => {
    const reviews = async () => {
      await using server = await library.serve();
      const { answeredScorecards } = await send<{ answeredScorecards: readonly Review[] }>(
        server,
        "POST",
        "/v2/stats/activity/scorecards",
        { filter: {} },
      );
      return answeredScorecards;
    };
    const before = await reviews();
    expect(before.length).toBeGreaterThan(3);
    expect(before.length).toBeLessThan(40);
    expect(new Set(before.map(({ scorecardName }) => scorecardName)).size).toBeGreaterThan(1);
    await library.answer(order);
    expect(await reviews()).toEqual(before);
  });

  test("has the same trackers, hits and reviews in another place", async () => {
    await using other = await TestLibrary.create();
    await other.answer(order);
    await using there = await other.serve();
    await using here = await library.serve();
    expect(await trackersOfCalls(there)).toEqual(await trackersOfCalls(here));
  });
});

test("a tracker that is made while the server is killed is found in every call by the next one", async () => {
  const first = await library.serve();
  await send(first, "POST", "/tamtam/v1/trackers", {
    trackerName: "Technicians",
    languageKeywords: [{ language: "eng", keywords: ["technician"], includeRelatedForms: true }],
  });
  first.process.kill("SIGKILL");
  await using second = await library.serve();
  const { trackers } = await until(
    () => send<{ trackers: readonly Tracker[] }>(second, "GET", "/tamtam/v1/trackers"),
    (answer) => answer.trackers.every(({ history }) => history.isComplete),
  );
  expect(trackers.map(({ trackerName }) => trackerName)).toContain("Technicians");
  const found = (await trackersOfCalls(second)).map((all) => all.find(({ name }) => name === "Technicians"));
  expect(found.every((tracker) => tracker !== undefined)).toBe(true);
  const { calls } = await library.answer<SearchAnswer>([
    "search-calls",
    "--keywords",
    "technician",
    "--page-size",
    "100",
  ]);
  expect(calls.length).toBeGreaterThanOrEqual(found.filter((tracker) => (tracker?.count ?? 0) > 0).length);
  expect(found.some((tracker) => (tracker?.count ?? 0) > 0)).toBe(true);
});
