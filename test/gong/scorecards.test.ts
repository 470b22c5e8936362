import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { asId, type UserId } from "../../src/calls/ids.ts";
import { makeCall, makeParty } from "../contracts/sample-calls.ts";
import { foundOnDisk } from "./found-on-disk.ts";
import { GongServer, WORKSPACE_ID } from "./gong-server.ts";
import { addCompleted, fillLibrary } from "./library.ts";

const HOUR_MS = 3_600_000;
const ANNS_CALL = "1000000000000000001";

let server: GongServer;
beforeEach(async () => {
  server = await GongServer.open();
  await fillLibrary(server);
  await own("POST", "users", { id: "700", firstName: "Zora" });
  await own("POST", "scorecards", {
    id: "910",
    scorecardName: "Demo",
    questions: [{ questionId: "1", questionText: "How was it?", isOverall: true }],
  });
});
afterEach(() => server[Symbol.asyncDispose]());

const own = (method: string, path: string, body?: unknown) => server.send({ method, path: `/tamtam/v1/${path}`, body });
const review = (given: object = {}) =>
  own("POST", "answered-scorecards", {
    callId: ANNS_CALL,
    scorecardId: "910",
    reviewerUserId: "502",
    reviewTime: "2026-03-04T10:00:00+01:00",
    answers: [{ questionId: "1", score: 4, answerText: "Blunderbussery" }],
    ...given,
  });
const idOf = ({ body }: Awaited<ReturnType<typeof review>>) =>
  (body["answeredScorecard"] as { answeredScorecardId: string }).answeredScorecardId; // just made

const ask = (filter: object = {}, cursor?: string) =>
  server.send({ method: "POST", path: "/v2/stats/activity/scorecards", body: { filter, cursor } });
const answeredOf = ({ body }: Awaited<ReturnType<typeof ask>>) =>
  (body["answeredScorecards"] ?? []) as readonly { answeredScorecardId: string; callId: string }[]; // none with an error

describe("pages of answered scorecards", () => {
  beforeEach(async () => {
    const calls = Array.from({ length: 101 }, (_, index) =>
      makeCall({
        id: asId(`20${index}`),
        workspaceId: asId(WORKSPACE_ID),
        primaryUserId: asId("501"),
        parties: [makeParty({ userId: asId("501") })],
      }),
    );
    await addCompleted(
      server,
      calls.map((call) => ({ call })),
    );
    for (const { id } of calls) expect((await review({ callId: id })).status).toBe(201);
  });

  it("have a hundred of those that were there at first, however many come and go meanwhile", async () => {
    const first = await ask();
    expect(first.body.records).toMatchObject({ totalRecords: 101, currentPageSize: 100, currentPageNumber: 0 });
    await review();
    const gone = answeredOf(first)[0]?.answeredScorecardId ?? "";
    expect((await own("DELETE", `answered-scorecards/${gone}`)).status).toBe(200);
    const second = await ask({}, first.body.records?.cursor);
    expect(second.body.records).toEqual({ totalRecords: 101, currentPageSize: 1, currentPageNumber: 1 });
    expect(answeredOf(second).map(({ callId }) => callId)).toEqual(["20100"]);
  });

  it("are over an hour after the first request, and belong to their filter", async () => {
    const { cursor } = (await ask()).body.records ?? {};
    expect((await ask({ scorecardIds: ["910"] }, cursor)).body.errors?.join()).toContain("cursor is invalid");
    server.clock.nowMs += HOUR_MS;
    expect((await ask({}, cursor)).body.errors?.join()).toContain("cursor has expired");
  });
});

it("shows a key that acts for a user what is meant for them, of calls that they may see", async () => {
  await review();
  await review({ reviewerUserId: "700", visibilityType: "PRIVATE" });
  const seenBy = async (id: string) => {
    const api = server.services.gongApi(asId<UserId>(id));
    return (await api.listAnsweredScorecards({ filter: {} })).answeredScorecards.map((each) => each.reviewerUserId);
  };
  expect(await seenBy("501")).toEqual(["502"]);
  await expect(seenBy("700")).rejects.toThrow("Answered scorecards not found");
  const grant = { callAccessList: [{ callId: ANNS_CALL, userIds: ["700"] }] };
  await server.send({ method: "PUT", path: "/v2/calls/users-access", body: grant });
  expect(await seenBy("700")).toEqual(["502", "700"]);
});

describe("the statistics of users", () => {
  const stats = async (path: string, body: object) =>
    (await server.send({ method: "POST", path: `/v2/stats/activity/${path}`, body })).body;
  const march = { fromDate: "2026-03-04", toDate: "2026-03-06" };

  beforeEach(async () => {
    await review();
    await review({ reviewerUserId: "700", reviewTime: "2026-03-05T00:00:00+01:00" });
    await own("POST", "scorecards", {
      id: "911",
      scorecardName: "Script",
      questions: [{ questionText: "Kept?" }],
      reviewMethod: "AUTOMATIC",
    });
  });

  it("count what was reviewed in the span, for who did it and for whom it was about", async () => {
    const { usersAggregateActivityStats } = await stats("aggregate", { filter: march });
    expect(usersAggregateActivityStats).toMatchObject([
      {
        userId: "501",
        userAggregateActivityStats: { callsAsHost: 0, callsScorecardsFilled: 0, callsScorecardsReceived: 1 },
      },
      { userId: "502", userAggregateActivityStats: { callsScorecardsFilled: 1, callsScorecardsReceived: 0 } },
      { userId: "700", userAggregateActivityStats: { callsScorecardsFilled: 1, callsScorecardsReceived: 0 } },
    ]);
  });

  it("count it for each period by itself", async () => {
    const { usersAggregateActivity } = await stats("aggregate-by-period", { filter: march, aggregationPeriod: "DAY" });
    expect(usersAggregateActivity).toMatchObject([
      { userId: "501", userAggregateActivity: [{ callsScorecardsReceived: 1 }, { callsScorecardsReceived: 1 }] },
      { userId: "502", userAggregateActivity: [{ callsScorecardsFilled: 1 }, { callsScorecardsFilled: 0 }] },
      { userId: "700", userAggregateActivity: [{ callsScorecardsFilled: 0 }, { callsScorecardsFilled: 1 }] },
    ]);
  });

  it("name the calls day by day", async () => {
    const { usersDetailedActivities } = await stats("day-by-day", { filter: march });
    expect(usersDetailedActivities).toMatchObject([
      {
        userId: "501",
        userDailyActivityStats: [{ callsScorecardsReceived: [ANNS_CALL] }, { callsScorecardsReceived: [ANNS_CALL] }],
      },
      {
        userId: "502",
        userDailyActivityStats: [{ callsScorecardsFilled: [ANNS_CALL] }, { callsScorecardsFilled: [] }],
      },
      {
        userId: "700",
        userDailyActivityStats: [{ callsScorecardsFilled: [] }, { callsScorecardsFilled: [ANNS_CALL] }],
      },
    ]);
  });
});

const isOnDisk = async (word: string) => (await foundOnDisk(server.folder, [word])).length > 0;

describe("what a review says", () => {
  it("is off the disk with its call", async () => {
    await review();
    expect(await isOnDisk("Blunderbussery")).toBe(true);
    expect((await own("DELETE", `calls/${ANNS_CALL}`)).status).toBe(200);
    expect(await isOnDisk("Blunderbussery")).toBe(false);
    expect((await ask()).status).toBe(404);
  });

  it("is off the disk with the user who wrote it, when they are erased", async () => {
    await own("PATCH", "users/700", { emailAddress: "zora@ours.example" });
    await review();
    await review({ reviewerUserId: "700", answers: [{ questionId: "1", score: 2, answerText: "Flummadiddle" }] });
    expect(await isOnDisk("Flummadiddle")).toBe(true);
    const query = { emailAddress: "zora@ours.example" };
    const path = "/v2/data-privacy/erase-data-for-email-address";
    expect((await server.send({ method: "POST", path, query })).status).toBe(200);
    expect(await isOnDisk("Flummadiddle")).toBe(false);
    expect(answeredOf(await ask())).toHaveLength(1);
  });

  it("stays as it was answered when the questions change", async () => {
    const id = idOf(await review());
    await own("PATCH", "scorecards/910", {
      questions: [{ questionId: "1", questionText: "How was it, really?", isOverall: false }],
    });
    const [{ answeredScorecardId, answers }] = (await ask()).body["answeredScorecards"] as [
      { answeredScorecardId: string; answers: readonly { isOverall: boolean }[] },
    ]; // one review
    expect([answeredScorecardId, answers]).toEqual([
      id,
      [expect.objectContaining({ questionId: "1", isOverall: true, score: 4 })],
    ]);
  });
});
