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

describe("a tracker", () => {
  it("gets an id, the built-in workspace and the present where none are given", async () => {
    const { status, body } = await send("POST", "trackers", { trackerName: "Budget" });
    expect(status).toBe(201);
    expect(body["tracker"]).toMatchObject({
      trackerId: expect.stringMatching(/^\d{18}$/),
      workspaceId: "300",
      created: "2026-06-12T11:30:00+02:00",
      history: { isComplete: false, callsToDo: 1 },
    });
  });

  it("is not made a second time under one id", async () => {
    await send("POST", "trackers", { id: "1", trackerName: "Budget" });
    expect((await send("POST", "trackers", { id: "1", trackerName: "Budget" })).status).toBe(409);
  });

  it.each([
    [{}, "trackerName: must not be null"],
    [{ trackerName: "A", workspaceId: "9" }, "workspaceId: there is no workspace 9; GET /v2/workspaces lists them"],
    [{ trackerName: "A", creatorUserId: "9" }, "creatorUserId: there is no user 9; GET /v2/users lists them"],
    [{ trackerName: "A", affiliation: "Us" }, 'affiliation: must be one of Anyone, Company, NonCompany; got "Us"'],
    [
      { trackerName: "A", languageKeywords: [{ language: "en", keywords: ["a"] }] },
      'languageKeywords[0].language: must be a language\'s ISO 639-2/B code such as eng, or mul for all languages; got "en"',
    ],
    [
      { trackerName: "A", languageKeywords: [{ language: "eng", keywords: ["a", "?!"] }] },
      'languageKeywords[0].keywords[1]: must have a letter or a digit; got "?!"',
    ],
    [
      { trackerName: "A", filterQuery: "all" },
      expect.stringContaining("filterQuery: must be {} for all calls, or such as"),
    ],
    [
      { trackerName: "A", saidAt: "First" },
      "saidAtInterval: must be given with saidAt First\nsaidAtUnit: must be given with saidAt First: minutes or percent",
    ],
    [
      { trackerName: "A", saidAt: "Last", saidAtInterval: 101, saidAtUnit: "percent" },
      "saidAtInterval: must be 100 percent at most; got 101",
    ],
    [{ trackerName: "A", saidAtInterval: 5 }, "saidAtInterval: goes with saidAt First or Last only"],
    [
      { trackerName: "A", saidAtInterval: 0, saidAt: "First", saidAtUnit: "minutes" },
      "saidAtInterval: must be 1 or more; got 0",
    ],
    [{ trackerName: "A", phrases: ["a"] }, expect.stringContaining("phrases")],
  ])("that is said like %j is refused", async (body, message) => {
    const answer = await send("POST", "trackers", body);
    expect([answer.status, messageOf(answer)]).toEqual([400, message]);
    expect((await send("GET", "trackers")).body["trackers"]).toEqual([]);
  });

  it("keeps what a change does not name, the interval too", async () => {
    await send("POST", "trackers", {
      id: "1",
      trackerName: "Budget",
      saidAt: "First",
      saidAtInterval: 5,
      saidAtUnit: "minutes",
    });
    const { body } = await send("PATCH", "trackers/1", { saidAt: "Last", updaterUserId: "501" });
    expect(body["tracker"]).toMatchObject({
      trackerName: "Budget",
      saidAt: "Last",
      saidAtInterval: 5,
      saidAtUnit: "minutes",
      creatorUserId: null,
      updaterUserId: "501",
    });
  });

  it("that is not there is neither changed nor deleted", async () => {
    const answer = await send("PATCH", "trackers/9", { trackerName: "A" });
    expect([answer.status, messageOf(answer)]).toEqual([
      404,
      "There is no tracker 9; GET /v2/settings/trackers lists them.",
    ]);
    expect((await send("DELETE", "trackers/9")).status).toBe(404);
  });
});
