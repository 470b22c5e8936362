import { expect } from "vitest";
import { operations } from "../../src/gong-api/operations.ts";
import { ACCESS_KEY, until } from "../support/tamtam.ts";
import { makeAsciiRecording } from "./ascii-recording.ts";
import type { Json } from "./n8n.ts";
import { ada, CALL_COUNT, SEEDED_USER_COUNT, type SeededServer } from "./seeded-server.ts";
import type { ShownCall } from "./shown-calls.ts";

/** What the steps know of the server, and learn from its answers. */
export interface World {
  readonly server: SeededServer;
  /** Newest first. */
  readonly calls: readonly ShownCall[];
  readonly crowded: ShownCall;
  readonly managerId: string;
  /** A moment before the first step. */
  readonly begunAt: string;
  readonly learned: Map<"profile" | "call" | "integration", string>;
}

/** One call of one operation; where the operation is not served, the refusal is expected instead. */
export interface Step {
  readonly id: string;
  /** On the server's own paths, because Gong's API cannot. */
  readonly prepare?: (world: World) => Promise<unknown>;
  readonly give?: (world: World) => Json;
  /** Where this client cannot send what the operation needs. */
  readonly status?: 400;
  readonly answer: (world: World) => Json;
  readonly learn?: (world: World, answer: Json) => unknown;
}

const YEAR = { fromDate: "2024-07-01", toDate: "2025-06-30" };
const FOLDER_ID = "9007199254740995";
const any = {
  text: expect.any(String) as unknown,
  number: expect.any(Number) as unknown,
  list: expect.any(Array) as unknown,
};

const hostOf = ({ crowded }: World) => crowded.primaryUser.userId;
const hostedBy = (world: World) => world.calls.filter(({ primaryUser }) => primaryUser.userId === hostOf(world));
const workspaceOf = ({ crowded }: World) => crowded.workspaceId;
const oneOf = (items: unknown): unknown => expect.arrayContaining([expect.objectContaining(items)]);

function learned({ learned: known }: World, what: "profile" | "call" | "integration"): string {
  const value = known.get(what);
  if (value === undefined) throw new Error(`No step before this one has made a ${what}`);
  return value;
}

/** Somebody from outside who was in the crowded call. */
function customerOf({ crowded }: World): string {
  return crowded.parties.find(({ affiliation }) => affiliation === "External")?.emailAddress ?? "";
}

const integration = (world: World) => ({ integrationId: learned(world, "integration") });
const totals = { totalRecords: CALL_COUNT, currentPageSize: 100, currentPageNumber: 0, cursor: any.text };

const callSteps: readonly Step[] = [
  {
    id: "listCalls",
    give: () => ({ fromDateTime: "2024-01-01T00:00:00Z", toDateTime: "2025-07-01T00:00:00Z" }),
    answer: () => ({ records: totals, calls: any.list }),
  },
  {
    id: "getCall",
    give: ({ crowded }) => ({ id: crowded.callId }),
    answer: ({ crowded: { callId, title, duration } }) => ({ call: { id: callId, title, duration } }),
  },
  {
    id: "listCallsExtensive",
    give: ({ crowded }) => ({
      filter: { callIds: [crowded.callId] },
      contentSelector: {
        context: "Extended",
        exposedFields: { parties: true, content: { brief: true, topics: true } },
      },
    }),
    answer: ({ crowded: { callId, parties } }) => ({
      calls: [
        {
          metaData: { id: callId },
          parties: expect.arrayContaining(parties.map(({ name }) => expect.objectContaining({ name }))),
          content: { brief: any.text, topics: any.list },
        },
      ],
    }),
  },
  {
    id: "getCallTranscripts",
    give: ({ crowded }) => ({ filter: { callIds: [crowded.callId] } }),
    answer: ({ crowded: { callId } }) => ({
      callTranscripts: [{ callId, transcript: oneOf({ sentences: oneOf({ text: any.text, start: any.number }) }) }],
    }),
  },
  {
    id: "addUsersAccessToCalls",
    give: ({ crowded }) => ({ callAccessList: [{ callId: crowded.callId, userIds: [ada.id] }] }),
    answer: () => ({ requestId: any.text }),
  },
  {
    id: "getUsersAccessToCalls",
    give: ({ crowded }) => ({ filter: { callIds: [crowded.callId] } }),
    answer: ({ crowded: { callId } }) => ({ callAccessList: [{ callId, users: [{ userId: ada.id }] }] }),
  },
  {
    // It puts a DELETE's body into the query.
    id: "deleteUsersAccessToCalls",
    give: ({ crowded }) => ({ callAccessList: [{ callId: crowded.callId, userIds: [ada.id] }] }),
    status: 400,
    answer: () => ({ errors: [expect.stringContaining("callAccessList")] }),
  },
  {
    id: "addCall",
    give: (world) => ({
      clientUniqueId: "openapi-1",
      actualStart: "2025-06-30T10:00:00Z",
      direction: "Outbound",
      title: "A tone",
      primaryUser: hostOf(world),
      parties: [{ userId: hostOf(world) }, { phoneNumber: "+1 555-555-0100", name: "Tess Tone" }],
    }),
    answer: () => ({ callId: expect.stringMatching(/^\d{10,19}$/) }),
    learn: ({ learned: known }, { callId }) => known.set("call", String(callId)),
  },
  {
    id: "addCallRecording",
    give: (world) => ({ id: learned(world, "call"), mediaFile: makeAsciiRecording() }),
    answer: (world) => ({ callId: learned(world, "call"), url: any.text }),
  },
];

const peopleSteps: readonly Step[] = [
  {
    id: "listUsers",
    answer: () => ({
      records: { totalRecords: SEEDED_USER_COUNT + 1 },
      users: oneOf({ id: ada.id, lastName: "Quill" }),
    }),
  },
  {
    id: "listMultipleUsers",
    give: () => ({ filter: { userIds: [ada.id] } }),
    answer: () => ({ users: [{ id: ada.id, title: ada.title }] }),
  },
  {
    id: "getUser",
    give: () => ({ id: ada.id }),
    answer: () => ({ user: { id: ada.id, emailAddress: ada.emailAddress } }),
  },
  {
    id: "getUserHistory",
    give: () => ({ id: ada.id }),
    answer: () => ({ userSettingsHistory: oneOf({ setting: "active", value: true }) }),
  },
  { id: "listWorkspaces", answer: (world) => ({ workspaces: [{ id: workspaceOf(world), name: any.text }] }) },
  {
    id: "createPermissionProfile",
    give: (world) => ({ workspaceId: workspaceOf(world), name: "Readers", callsAccess: { permissionLevel: "all" } }),
    answer: () => ({ profile: { id: any.text, name: "Readers", callsAccess: { permissionLevel: "all" } } }),
    learn: ({ learned: known }, { profile }) => known.set("profile", (profile as { id: string }).id), // as the answer has it
  },
  {
    id: "updatePermissionProfile",
    give: (world) => ({ profileId: learned(world, "profile"), name: "Scorers", scoreCalls: true }),
    answer: (world) => ({ profile: { id: learned(world, "profile"), name: "Scorers", scoreCalls: true } }),
  },
  {
    id: "getPermissionProfile",
    give: (world) => ({ profileId: learned(world, "profile") }),
    answer: () => ({ profile: { name: "Scorers", scoreCalls: true } }),
  },
  {
    id: "listPermissionProfile",
    give: (world) => ({ workspaceId: workspaceOf(world) }),
    answer: (world) => ({ profiles: oneOf({ id: learned(world, "profile"), name: "Scorers" }) }),
  },
  {
    id: "listPermissionProfileUsers",
    prepare: (world) =>
      world.server.ownPath("PUT", `permission-profiles/${learned(world, "profile")}/users`, { userIds: [ada.id] }),
    give: (world) => ({ profileId: learned(world, "profile") }),
    answer: () => ({ users: [{ id: ada.id, fullName: "Ada Quill", emailAddress: ada.emailAddress }] }),
  },
];

const statsSteps: readonly Step[] = [
  {
    id: "listMultipleUsersAggregateActivity",
    give: (world) => ({ filter: { ...YEAR, userIds: [hostOf(world)] } }),
    answer: (world) => ({
      usersAggregateActivityStats: [
        { userId: hostOf(world), userAggregateActivityStats: { callsAsHost: hostedBy(world).length } },
      ],
    }),
  },
  {
    id: "listMultipleUsersAggregateByPeriod",
    give: (world) => ({ filter: { ...YEAR, userIds: [hostOf(world)] }, aggregationPeriod: "MONTH" }),
    answer: (world) => ({
      usersAggregateActivity: [
        {
          userId: hostOf(world),
          userAggregateActivity: Array.from({ length: 12 }, (_, month) => ({
            callsAsHost: hostedInMonth(world, month),
          })),
        },
      ],
    }),
  },
  {
    id: "listMultipleUsersDayByDayActivity",
    give: (world) => ({ filter: { ...dayOf(world.crowded), userIds: [hostOf(world)] } }),
    answer: (world) => ({
      usersDetailedActivities: [
        {
          userId: hostOf(world),
          userDailyActivityStats: [{ callsAsHost: expect.arrayContaining([world.crowded.callId]) }],
        },
      ],
    }),
  },
  {
    id: "listInteractionStats",
    give: (world) => ({ filter: { ...YEAR, userIds: [hostOf(world)] } }),
    answer: (world) => ({
      peopleInteractionStats: [
        { userId: hostOf(world), personInteractionStats: oneOf({ name: "Talk Ratio", value: any.number }) },
      ],
    }),
  },
  {
    id: "listScorecards",
    prepare: async ({ server, crowded }) => {
      const questions = [{ questionId: "9007199254740999", questionText: "Was the need understood?", isOverall: true }];
      const scorecard = { id: "9007199254740997", scorecardName: "Needs", reviewMethod: "MANUAL", questions };
      await server.ownPath("POST", "scorecards", scorecard);
      const answers = [{ questionId: "9007199254740999", score: 4 }];
      const given = { callId: crowded.callId, scorecardId: scorecard.id, reviewerUserId: ada.id, answers };
      await server.ownPath("POST", "answered-scorecards", { ...given, reviewTime: "2025-06-30T12:00:00Z" });
    },
    answer: () => ({
      scorecards: oneOf({
        scorecardId: "9007199254740997",
        scorecardName: "Needs",
        questions: [expect.objectContaining({ questionText: "Was the need understood?", isOverall: true })],
      }),
    }),
  },
  {
    id: "listAnsweredScorecards",
    give: () => ({ filter: { scorecardIds: ["9007199254740997"] } }),
    answer: (world) => ({
      answeredScorecards: [
        {
          callId: world.crowded.callId,
          reviewedUserId: hostOf(world),
          reviewerUserId: ada.id,
          answers: [{ questionId: "9007199254740999", score: 4 }],
        },
      ],
    }),
  },
];

const settingsSteps: readonly Step[] = [
  {
    id: "listTrackers",
    prepare: ({ server }) =>
      server.ownPath("POST", "trackers", {
        trackerName: "Budget questions",
        languageKeywords: [{ language: "eng", keywords: ["budget"] }],
      }),
    answer: (world) => ({
      keywordTrackers: oneOf({
        trackerName: "Budget questions",
        workspaceId: workspaceOf(world),
        languageKeywords: [{ language: "eng", keywords: ["budget"], includeRelatedForms: false }],
      }),
    }),
  },
  { id: "listBriefs", answer: () => ({ briefs: [] }) },
  { id: "listCallOutcomes", answer: () => ({ outcomes: oneOf({ callOutcome: any.text, category: any.text }) }) },
  {
    id: "getLibraryStructure",
    prepare: async ({ server, crowded }) => {
      await server.ownPath("POST", "library/folders", { id: FOLDER_ID, name: "Best of" });
      const snippet = { fromSec: 5, toSec: 25 };
      await server.ownPath("POST", `library/folders/${FOLDER_ID}/calls`, {
        callId: crowded.callId,
        note: "Hear",
        snippet,
      });
    },
    answer: () => ({ folders: oneOf({ id: FOLDER_ID, name: "Best of", parentFolderId: null }) }),
  },
  {
    id: "getCallsInSpecificFolder",
    give: () => ({ folderId: FOLDER_ID }),
    answer: ({ crowded: { callId, title } }) => ({
      name: "Best of",
      calls: [{ id: callId, title, note: "Hear", snippet: { fromSec: 5, toSec: 25 } }],
    }),
  },
  {
    id: "listUsers_1",
    give: (world) => ({
      "workspace-id": workspaceOf(world),
      "manager-id": world.managerId,
      from: "2024-07-01T00:00:00Z",
      to: "2025-06-30T00:00:00Z",
    }),
    answer: ({ managerId }) => ({ coachingData: [{ manager: { id: managerId }, directReportsMetrics: any.list }] }),
  },
  {
    id: "listLogs",
    give: ({ begunAt }) => ({ logType: "AccessLog", fromDateTime: begunAt }),
    answer: () => ({
      logEntries: oneOf({
        logRecord: expect.objectContaining({
          accessKey: ACCESS_KEY,
          verb: "GET",
          endpointUri: "/v2/calls",
          status: 200,
        }),
      }),
    }),
  },
];

const field = { uniqueName: "tier", label: "Tier", type: "STRING" };

const crmSteps: readonly Step[] = [
  {
    // There can be one only, and a seed brings one.
    id: "registerGenericCrmIntegration",
    prepare: removeIntegrations,
    give: () => ({ ownerEmail: ada.emailAddress, name: "House CRM" }),
    answer: () => ({ integrationId: any.number }),
  },
  {
    id: "listGenericCrmIntegration",
    answer: () => ({ integrations: [{ integrationId: any.number, name: "House CRM", ownerEmail: ada.emailAddress }] }),
    // The client keeps 64-bit numbers as JavaScript does: rounded.
    learn: async (world) => world.learned.set("integration", (await readIntegrationIds(world))[0] ?? ""),
  },
  {
    id: "uploadCrmSchemaField",
    give: (world) => ({ ...integration(world), objectType: "ACCOUNT", body: [field] }),
    answer: () => ({ requestId: any.text }),
  },
  {
    id: "listCrmSchemaFields",
    give: (world) => ({ ...integration(world), objectType: "ACCOUNT" }),
    answer: () => ({ objectTypeToSelectedFields: { ACCOUNT: oneOf(field) } }),
  },
  {
    // The document does not name its parameters.
    id: "uploadCrmData",
    give: () => ({ dataFile: JSON.stringify({ objectId: "A1", name: "Orchard" }) }),
    status: 400,
    answer: () => ({ errors: [expect.stringContaining("integrationId"), any.text, any.text] }),
  },
  {
    id: "getRequestStatus",
    prepare: uploadAccount,
    give: (world) => ({ ...integration(world), clientRequestId: "openapi-1" }),
    answer: () => ({ status: "DONE", totalSuccessCount: 1, totalErrorCount: 0 }),
  },
  {
    id: "getCrmObjects",
    give: (world) => ({ ...integration(world), objectType: "ACCOUNT", objectsCrmIds: ["A1"] }),
    answer: () => ({ crmObjectsMap: { A1: expect.objectContaining({ tier: "gold" }) } }),
  },
  {
    id: "deleteGenericCrmIntegration",
    give: (world) => ({ ...integration(world), clientRequestId: "openapi-2" }),
    answer: () => ({ clientRequestId: "openapi-2" }),
  },
];

const privacySteps: readonly Step[] = [
  {
    id: "findAllReferencesToEmailAddress",
    give: (world) => ({ emailAddress: customerOf(world) }),
    answer: (world) => ({ calls: oneOf({ id: world.crowded.callId, status: "COMPLETED" }) }),
  },
  {
    id: "purgeEmailAddress",
    give: (world) => ({ emailAddress: customerOf(world) }),
    answer: () => ({ requestId: any.text }),
  },
  {
    id: "findAllReferencesToPhoneNumber",
    give: () => ({ phoneNumber: "+1 555-555-0100" }),
    answer: (world) => ({ calls: [{ id: learned(world, "call") }] }),
  },
  { id: "purgePhoneNumber", give: () => ({ phoneNumber: "+1 555-555-0100" }), answer: () => ({ requestId: any.text }) },
];

/** Of the refused a client cannot tell more than that, whatever it asks. */
const refusedSteps: readonly Step[] = operations
  .filter(({ support }) => support === "refused")
  .map(({ id, path }) => {
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => [name, "5"] as const);
    return { id, give: () => Object.fromEntries(names), answer: () => ({}) };
  });

/** Each of Gong's operations once, in an order in which every one finds what it asks for; what is erased is erased last. */
export const steps: readonly Step[] = [
  ...callSteps,
  ...peopleSteps,
  ...statsSteps,
  ...settingsSteps,
  ...crmSteps,
  ...privacySteps,
  ...refusedSteps,
];

function dayOf({ actualStart }: ShownCall) {
  const dayMs = 86_400_000;
  const fromMs = Math.floor(Date.parse(actualStart) / dayMs) * dayMs;
  const dateOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  return { fromDate: dateOf(fromMs), toDate: dateOf(fromMs + dayMs) };
}

/** `month` 0 is July 2024. */
function hostedInMonth(world: World, month: number): number {
  const [fromMs, toMs] = [Date.UTC(2024, 6 + month), Math.min(Date.UTC(2024, 7 + month), Date.UTC(2025, 5, 30))];
  return hostedBy(world).filter(({ actualStart }) => {
    const startMs = Date.parse(actualStart);
    return startMs >= fromMs && startMs < toMs;
  }).length;
}

async function readIntegrationIds({ server: { server } }: World): Promise<readonly string[]> {
  const text = await (await server.fetch("/v2/crm/integrations")).text();
  return [...text.matchAll(/"integrationId":(\d+)/g)].map(([, id = ""]) => id);
}

async function removeIntegrations(world: World): Promise<void> {
  for (const integrationId of await readIntegrationIds(world)) {
    const query = new URLSearchParams({ integrationId, clientRequestId: "openapi-0" });
    const removed = await world.server.server.fetch(`/v2/crm/integrations?${query}`, { method: "DELETE" });
    if (!removed.ok) throw new Error(`The CRM was not removed: ${await removed.text()}`);
  }
}

/** What the document does not say enough of for this client: the parameters beside the file. */
async function uploadAccount(world: World): Promise<void> {
  const { server } = world.server;
  const ids = { ...integration(world), clientRequestId: "openapi-1" };
  const query = new URLSearchParams({ ...ids, objectType: "ACCOUNT" });
  const account = {
    objectId: "A1",
    modifiedDate: "2025-06-30T10:00:00Z",
    url: "https://crm.example/A1",
    name: "Orchard",
  };
  const body = new FormData();
  body.append("dataFile", new Blob([JSON.stringify({ ...account, tier: "gold" })]), "accounts.ldjson");
  const sent = await server.fetch(`/v2/crm/entities?${query}`, { method: "POST", body });
  if (!sent.ok) throw new Error(`The CRM's file was answered ${sent.status}: ${await sent.text()}`);
  const path = `/v2/crm/request-status?${new URLSearchParams(ids)}`;
  await until(
    async () => (await (await server.fetch(path)).json()) as Json, // any member may be there
    ({ status }) => status === "DONE" || status === "FAILED",
  );
}
