import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { GongServer } from "../gong/gong-server.ts";
import { fillLibrary } from "../gong/library.ts";

let server: GongServer;
beforeEach(async () => {
  server = await GongServer.open();
  await fillLibrary(server);
});
afterEach(() => server[Symbol.asyncDispose]());

const send = (method: string, path: string, body?: unknown) =>
  server.send({ method, path: `/tamtam/v1/${path}`, body });
const messageOf = ({ body }: Awaited<ReturnType<typeof send>>) => (body["error"] as { message: string }).message; // an error

interface Question {
  readonly questionId: string;
  readonly questionRevisionId: string;
  readonly created: string;
  readonly updated: string;
}
const questionsOf = ({ body }: Awaited<ReturnType<typeof send>>) =>
  (body["scorecard"] as { questions: readonly Question[] }).questions; // a scorecard's answer

const demo = {
  id: "910",
  scorecardName: "Demo",
  questions: [
    { questionId: "1", questionText: "Clear?" },
    {
      questionId: "2",
      questionText: "Who?",
      questionType: "SINGLE_SELECT",
      answerOptions: [
        { id: 1, text: "A" },
        { id: 2, text: "B" },
      ],
    },
  ],
};

describe("a scorecard", () => {
  it("has questions of its own, each with an id and a revision", async () => {
    const made = await send("POST", "scorecards", {
      scorecardName: "A",
      questions: [{ questionText: "B?" }, { questionText: "C?" }],
    });
    expect(made.status).toBe(201);
    const ids = questionsOf(made).flatMap(({ questionId, questionRevisionId }) => [questionId, questionRevisionId]);
    expect(new Set(ids).size).toBe(4);
    expect((await send("GET", "scorecards")).body["scorecards"]).toEqual([made.body["scorecard"]]);
  });

  it("gives a question that reads otherwise another revision, and leaves the others as they are", async () => {
    const before = questionsOf(await send("POST", "scorecards", demo));
    server.clock.nowMs += 60_000;
    const [first, second] = demo.questions;
    const after = questionsOf(
      await send("PATCH", "scorecards/910", { questions: [{ ...first, maxRange: 10 }, second] }),
    );
    expect(after[1]).toEqual(before[1]);
    expect(after[0]).toMatchObject({
      questionId: "1",
      created: before[0]?.created,
      updated: "2026-06-12T11:31:00+02:00",
    });
    expect(after[0]?.questionRevisionId).not.toBe(before[0]?.questionRevisionId);
  });

  it.each([
    [{ questions: [] }, "questions: must not be empty"],
    [{ questions: [{ questionText: "A?", minRange: 5 }] }, "questions[0].minRange: must be below 5; got 5"],
    [
      { questions: [{ questionText: "A?", minRange: 5, maxRange: 4 }] },
      "questions[0].maxRange: must be above minRange; got 4",
    ],
    [{ questions: [{ questionText: "A?", maxRange: 51 }] }, "questions[0].maxRange: must be from 1 to 50; got 51"],
    [
      { questions: [{ questionText: "A?", questionType: "OPEN", maxRange: 5 }] },
      "questions[0].maxRange: has no place in a question of type OPEN; got 5",
    ],
    [
      { questions: [{ questionText: "A?", questionType: "MULTI_SELECT", answerOptions: [{ id: 1, text: "B" }] }] },
      expect.stringContaining("questions[0].answerOptions: must be two or more"),
    ],
    [
      {
        questions: [
          { questionId: "1", questionText: "A?" },
          { questionId: "1", questionText: "B?" },
        ],
      },
      "questions: must have ids of their own; 1 is there twice",
    ],
  ])("with %j is refused", async (given, message) => {
    const answer = await send("POST", "scorecards", { scorecardName: "A", ...given });
    expect([answer.status, messageOf(answer)]).toEqual([400, message]);
  });

  it("that calls were reviewed by is disabled and not deleted", async () => {
    await send("POST", "scorecards", demo);
    await send("POST", "answered-scorecards", review);
    const refused = await send("DELETE", "scorecards/910");
    expect([refused.status, messageOf(refused)]).toEqual([
      409,
      expect.stringContaining('disable it with "enabled": false'),
    ]);
    await send("PATCH", "scorecards/910", { enabled: false });
    const answer = await send("POST", "answered-scorecards", { ...review, reviewerUserId: "501" });
    expect([answer.status, messageOf(answer)]).toEqual([400, 'scorecardId: "Demo" is not enabled']);
  });

  it("that nobody used goes", async () => {
    await send("POST", "scorecards", demo);
    expect((await send("DELETE", "scorecards/910")).status).toBe(200);
    expect((await send("DELETE", "scorecards/910")).status).toBe(404);
    expect((await send("PATCH", "scorecards/910", { enabled: true })).status).toBe(404);
  });
});

const review = {
  callId: "1000000000000000001",
  scorecardId: "910",
  reviewerUserId: "502",
  answers: [{ questionId: "1", score: 3 }],
};

describe("a review", () => {
  beforeEach(async () => {
    await send("POST", "scorecards", demo);
    await send("POST", "scorecards", { ...demo, id: "911", scorecardName: "Script", reviewMethod: "AUTOMATIC" });
  });

  it("is of the host, public and made now, unless something else is said", async () => {
    const { status, body } = await send("POST", "answered-scorecards", review);
    expect(status).toBe(201);
    expect(body["answeredScorecard"]).toMatchObject({
      reviewedUserId: "501",
      reviewerUserId: "502",
      visibilityType: "PUBLIC",
      reviewTime: "2026-06-12T11:30:00+02:00",
      callStartTime: "2026-03-03T00:30:00+01:00",
    });
    const again = await send("POST", "answered-scorecards", review);
    expect([again.status, messageOf(again)]).toEqual([
      409,
      expect.stringContaining("change that answered scorecard instead"),
    ]);
  });

  it.each([
    [{ reviewerUserId: undefined }, "reviewerUserId: must not be null"],
    [{ reviewerUserId: "999" }, "reviewerUserId: there is no user 999; GET /v2/users lists them"],
    [{ reviewedUserId: "502" }, "reviewedUserId: must be a user of the call (501); got 502"],
    [{ scorecardId: "911" }, "reviewerUserId: has no place in an AUTOMATIC scorecard"],
    [{ callId: "1000000000000000002" }, "scorecardId: belongs to workspace 300, and the call to 301"],
    [
      {
        reviewedUserId: "502",
        answers: [
          { questionId: "1", score: 9 },
          { questionId: "2", selectedOptions: ["3"] },
        ],
      },
      "reviewedUserId: must be a user of the call (501); got 502\nanswers[0].score: must be from 1 to 5; got 9\n" +
        "answers[1].selectedOptions: must be ids of the question's options (1, 2); got 3",
    ],
  ])("with %j is refused, with all that is wrong", async (given, message) => {
    const answer = await send("POST", "answered-scorecards", { ...review, ...given });
    expect([answer.status, messageOf(answer)]).toEqual([400, message]);
  });

  it("is of a call and a scorecard that are there", async () => {
    expect((await send("POST", "answered-scorecards", { ...review, callId: "9" })).status).toBe(404);
    expect((await send("POST", "answered-scorecards", { ...review, scorecardId: "9" })).status).toBe(404);
  });

  it("is changed, by its reviewer without a trace and by another with their name", async () => {
    const made = await send("POST", "answered-scorecards", review);
    const { answeredScorecardId: id } = made.body["answeredScorecard"] as { answeredScorecardId: string }; // just made
    const path = `answered-scorecards/${id}`;
    const own = await send("PATCH", path, {
      editorUserId: "502",
      answers: [{ questionId: "2", selectedOptions: [2] }],
    });
    expect(own.body["answeredScorecard"]).toMatchObject({
      editorUserId: null,
      answers: [{ questionId: "2", selectedOptions: ["2"] }],
    });
    const other = await send("PATCH", path, { editorUserId: "501", visibilityType: "MANAGERS" });
    expect(other.body["answeredScorecard"]).toMatchObject({
      editorUserId: "501",
      visibilityType: "MANAGERS",
      answers: [{ questionId: "2" }],
    });
    expect((await send("PATCH", path, { answers: [{ questionId: "1", score: 0 }] })).status).toBe(400);
    expect((await send("DELETE", path)).status).toBe(200);
    expect((await send("DELETE", path)).status).toBe(404);
    expect((await send("PATCH", path, {})).status).toBe(404);
  });
});
