import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { TestLibrary, type TestServer } from "../support/tamtam.ts";

/** Within the year that the seed makes calls of. */
const YEAR = { fromDateTime: "2024-06-30T00:00:00Z", toDateTime: "2025-06-30T00:00:00Z" };
const DAYS = { fromDate: "2024-06-30", toDate: "2025-06-30" };
const FROM_TO = "from=2024-06-30T00:00:00Z&to=2025-06-30T00:00:00Z";

interface Listed {
  readonly calls: readonly {
    readonly metaData: { readonly id: string };
    readonly parties: readonly { readonly id: string; readonly affiliation: string }[];
    readonly context: readonly {
      readonly objects: readonly { readonly objectType: string; readonly objectId: string }[];
    }[];
  }[];
}

/** What the changes and the questions are about. */
interface Facts {
  readonly callIds: readonly string[];
  readonly userIds: readonly string[];
  readonly workspaceId: string;
  readonly integrationId: string;
  readonly accountIds: readonly string[];
}

describe("a library that went through a folder of files", () => {
  let library: TestLibrary;
  let other: TestLibrary;
  let folder: string;
  let server: TestServer;
  let copy: TestServer;
  let facts: Facts;

  beforeAll(async () => {
    library = await TestLibrary.create();
    other = await TestLibrary.create();
    folder = join(library.dataDir, "exported");
    await library.answer(["seed", "--calls", "40", "--until", "2025-06-30"]);
    server = await library.serve();
    facts = await readFacts(server);
    await changeMuch(server, facts);
    await library.answer(["export", folder]);
    await other.answer(["import", folder]);
    copy = await other.serve();
  });

  afterAll(async () => {
    await library[Symbol.asyncDispose]();
    await other[Symbol.asyncDispose]();
  });

  test("answers everything as before on Gong's paths and our own", async () => {
    const profiles = await ask(server, `/v2/all-permission-profiles?workspaceId=${facts.workspaceId}`);
    const [, profileId = ""] = /"id":"(\d+)"/.exec(JSON.stringify(profiles.body)) ?? [];
    for (const [path, body] of [...questions(facts), [`/v2/permission-profile/users?profileId=${profileId}`]]) {
      const [before, after] = [await ask(server, path, body), await ask(copy, path, body)];
      expect(after, `${path} ${JSON.stringify(body)}`).toEqual(before);
      expect(before.status, `${path} ${JSON.stringify(body)}: ${JSON.stringify(before.body)}`).toBe(200);
    }
  });

  test("is searched and shown by the actions as before", async () => {
    const [callId] = facts.callIds;
    for (const [action, parameters] of [
      ["search-calls", { pageSize: 100, includeContent: true }],
      ["search-calls", { keywords: ["price"], includeContent: true }],
      ["get-call", { callId }],
    ] as const) {
      const here = await server.action(action, parameters);
      expect(plain(await copy.action(action, parameters), copy)).toEqual(plain(here, server));
    }
  });

  test("is left as it is by a second import, and takes no more than is missing", async () => {
    const [callId = "", reviewer = ""] = [facts.callIds[0], facts.userIds[1]];
    await send(copy, "DELETE", `/tamtam/v1/calls/${callId}/outcome`);
    await send(copy, "PATCH", "/tamtam/v1/library/folders/901", { name: "Renamed here" });
    await send(copy, "PATCH", `/tamtam/v1/users/${reviewer}`, { settings: { interviewsRecorded: true } });
    const history = await ask(copy, `/v2/users/${reviewer}/settings-history`);
    const answer = await other.answer(["import", folder]);
    expect(answer).toMatchObject({ calls: { added: 0, changed: 0, present: 40 }, leftOut: [] });
    expect(JSON.stringify(await ask(copy, "/v2/library/folders"))).toContain("Renamed here");
    expect(await ask(copy, `/v2/users/${reviewer}/settings-history`)).toEqual(history);
    // A call without an outcome gets the one it had.
    const marked = await ask(copy, "/v2/calls/extensive", {
      filter: { callIds: [callId] },
      contentSelector: { exposedFields: { content: { callOutcome: true } } },
    });
    expect(JSON.stringify(marked)).toContain('"Sent a sample"');
  });

  test("keeps the CRM of a library that has another one, and says what was left out", async () => {
    await using third = await TestLibrary.create();
    const serving = await third.serve();
    await send(serving, "PUT", "/v2/crm/integrations", { name: "Another CRM", ownerEmail: "ann@ours.example" });
    const { leftOut } = await third.answer<{ leftOut: string[] }>(["import", folder]);
    expect(leftOut).toEqual([expect.stringContaining('"Another CRM"')]);
    expect(JSON.stringify(await ask(serving, "/v2/crm/integrations"))).toContain("Another CRM");
  });
});

async function readFacts(server: TestServer): Promise<Facts> {
  const listed = await ask(server, "/v2/calls/extensive", {
    filter: YEAR,
    contentSelector: { context: "Extended", exposedFields: { parties: true } },
  });
  const { calls } = listed.body as unknown as Listed; // Gong's answer
  const { users } = (await ask(server, "/v2/users")).body as unknown as { users: { id: string }[] }; // Gong's answer
  const { workspaces } = (await ask(server, "/v2/workspaces")).body as unknown as { workspaces: { id: string }[] }; // Gong's answer
  // As a client has to that keeps the digits of a 64-bit number.
  const crm = await (await server.fetch("/v2/crm/integrations")).text();
  const objects = calls.flatMap(({ context }) => context.flatMap((system) => system.objects));
  const accountIds = objects.filter(({ objectType }) => objectType === "Account").map(({ objectId }) => objectId);
  return {
    callIds: calls.map(({ metaData }) => metaData.id),
    userIds: users.map(({ id }) => id),
    workspaceId: workspaces[0]?.id ?? "",
    integrationId: /"integrationId":(\d+)/.exec(crm)?.[1] ?? "",
    accountIds: [...new Set(accountIds)].slice(0, 5),
  };
}

/** What a seed does not have, and what differs from how a new library is. */
async function changeMuch(server: TestServer, { callIds, userIds, workspaceId, accountIds }: Facts): Promise<void> {
  const [callId = "", otherCallId = ""] = callIds;
  const [userId = "", otherUserId = ""] = userIds;
  await send(server, "POST", "/tamtam/v1/workspaces", { id: "700", name: "Partners", description: "Resellers" });
  await send(server, "PATCH", `/tamtam/v1/workspaces/${workspaceId}`, { name: "Sales" });
  await send(server, "PATCH", `/tamtam/v1/users/${userId}`, {
    settings: { interviewsRecorded: true, emailsImported: true },
    emailAliases: ["a@alias.example"],
  });
  await send(server, "PATCH", `/tamtam/v1/users/${userId}`, { settings: { emailsImported: false } });
  await send(server, "POST", "/tamtam/v1/call-outcomes", {
    callOutcome: "Sent a sample",
    connectStatus: "CONNECTED",
    sentiment: "POSITIVE",
    todoAction: "COMPLETE",
    category: "ANSWERED",
  });
  await send(server, "DELETE", "/tamtam/v1/call-outcomes/BUSY");
  await send(server, "PATCH", "/tamtam/v1/call-outcomes/GATEKEEPER", { callOutcome: "Front desk" });
  await send(server, "PUT", `/tamtam/v1/calls/${callId}/outcome`, { outcomeId: "SENT_A_SAMPLE" });
  await send(server, "PUT", "/v2/calls/users-access", {
    callAccessList: [{ callId, userIds: [userId, otherUserId] }],
  });
  const links = [{ objectType: "Account", objectId: accountIds.at(-1) }];
  await send(server, "PUT", `/tamtam/v1/calls/${callId}/crm-links`, { links });
  const profile = { name: "Reps", description: "Who sell", scoreCalls: true };
  const made = await send(server, "POST", `/v2/permission-profile?workspaceId=${workspaceId}`, profile);
  const { id: profileId } = made["profile"] as { id: string }; // Gong's answer
  await send(server, "PUT", `/tamtam/v1/permission-profiles/${profileId}/users`, { userIds: [userId] });
  // The first folder is in one that was made after it.
  await send(server, "POST", "/tamtam/v1/library/folders", { id: "901", name: "Objections", workspaceId });
  await send(server, "POST", "/tamtam/v1/library/folders", { id: "902", name: "By theme", workspaceId });
  await send(server, "PATCH", "/tamtam/v1/library/folders/901", { parentFolderId: "902" });
  const entry = { callId: otherCallId, note: "How they answer", addedBy: userId, snippet: { fromSec: 3, toSec: 9 } };
  await send(server, "POST", "/tamtam/v1/library/folders/901/calls", entry);
}

type Question = readonly [path: string, body?: unknown];

/** Everything that can be asked of what was exported: path, and body where there is one. */
function questions({ callIds, userIds, workspaceId, integrationId, accountIds }: Facts): Question[] {
  const content = { pointsOfInterest: true, outline: true, brief: true, keyPoints: true, callOutcome: true };
  const exposedFields = {
    parties: true,
    media: true,
    collaboration: { publicComments: true },
    content: { ...content, topics: true, trackers: true, trackerOccurrences: true, structure: true, highlights: true },
    interaction: { speakers: true, personInteractionStats: true, questions: true },
  };
  const contentSelector = { context: "Extended", contextTiming: ["Now", "TimeOfCall"], exposedFields };
  const objects = new URLSearchParams({ integrationId, objectType: "ACCOUNT" });
  for (const id of accountIds) objects.append("objectsCrmIds", id);
  const perCall = callIds.slice(0, 4);
  return [
    [`/v2/calls?${new URLSearchParams(YEAR).toString()}`],
    ["/v2/calls/extensive", { filter: YEAR, contentSelector }],
    ["/v2/calls/transcript", { filter: YEAR }],
    ...perCall.map((id): Question => [`/v2/calls/${id}`]),
    ...perCall.map((id): Question => [`/tamtam/v1/calls/${id}/crm-links`]),
    ["/v2/calls/users-access", { filter: { callIds } }],
    ["/v2/users"],
    ["/v2/users/extensive", { filter: {} }],
    ...userIds.map((id): Question => [`/v2/users/${id}/settings-history`]),
    ["/v2/workspaces"],
    [`/v2/all-permission-profiles?workspaceId=${workspaceId}`],
    ["/v2/stats/activity/aggregate", { filter: DAYS }],
    ["/v2/stats/activity/day-by-day", { filter: DAYS }],
    ["/v2/stats/interaction", { filter: DAYS }],
    ["/v2/stats/activity/scorecards", { filter: { callFromDate: "2024-06-30", callToDate: "2025-06-30" } }],
    ["/v2/settings/scorecards"],
    ["/v2/settings/trackers"],
    ["/v2/library/folders"],
    ["/v2/library/folder-content?folderId=901"],
    ["/v2/call-outcomes"],
    ["/tamtam/v1/scorecards"],
    ["/tamtam/v1/trackers"],
    ["/tamtam/v1/call-outcomes"],
    ["/v2/crm/integrations"],
    [`/v2/crm/entity-schema?integrationId=${integrationId}`],
    [`/v2/crm/entities?${objects.toString()}`],
    ...userIds.map((id): Question => [`/v2/coaching?workspace-id=${workspaceId}&manager-id=${id}&${FROM_TO}`]),
  ];
}

interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

async function ask(server: TestServer, path: string, body?: unknown): Promise<Answer> {
  const isReadByGet = body === undefined;
  const response = await server.fetch(path, {
    method: isReadByGet ? "GET" : "POST",
    headers: isReadByGet ? {} : { "content-type": "application/json" },
    ...(!isReadByGet && { body: JSON.stringify(body) }),
  });
  const parsed: unknown = await response.json();
  return { status: response.status, body: plain(parsed, server) as Record<string, unknown> }; // an object, as every answer
}

/** Without what belongs to one server: where it is, how it numbers its requests, and for how long its links last. */
function plain(answer: unknown, server: TestServer): unknown {
  const text = JSON.stringify(answer).replaceAll(server.url.replace(/\/$/, ""), "http://server");
  const links = /(http:\/\/server[^"?]*)\?[^"]*/g;
  return JSON.parse(text.replaceAll(links, "$1"), (key, value: unknown) => (key === "requestId" ? "" : value));
}

async function send(
  server: TestServer,
  method: string,
  path: string,
  body?: unknown,
): Promise<Record<string, unknown>> {
  const response = await server.fetch(path, {
    method,
    headers: body === undefined ? {} : { "content-type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  expect(response.status, `${method} ${path}: ${text}`).toBeLessThan(300);
  return JSON.parse(text) as Record<string, unknown>; // an object, as every answer
}
