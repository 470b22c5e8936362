import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv, type ErrorObject } from "ajv";
import formats from "ajv-formats";

/** Where an answer may contradict Gong's document, with the reason. A path names members; `*` is any item of an array. */
export interface Contradiction {
  readonly operationId: string;
  readonly path: string;
  readonly reason: string;
}

const NULLS = "Gong: the document has no nulls, the wire shows what is not known as null";

const nullsOfBasicData = [
  "system",
  "scheduled",
  "sdrDisposition",
  "customData",
  "purpose",
  "meetingUrl",
  "calendarEventId",
];

const nullsOfUser = [
  "emailAddress",
  "trustedEmailAddress",
  "firstName",
  "lastName",
  "title",
  "phoneNumber",
  "extension",
  "managerId",
  "meetingConsentPageUrl",
  "conferencingProviders",
];

const accesses = ["calls", "deals", "coaching", "insights", "usage", "emails"];

const nullsOfProfile = [
  "description",
  "libraryFolderAccess/libraryFolderIds",
  "orchestrateCreateAndManagePlays",
  ...accesses.map((name) => `${name}Access/teamLeadIds`),
  ...["Access", "EditSubmissions", "EditTargets"].map((name) => `forecastPermissions/forecast${name}/teamLeadIds`),
];

function nulls(operationId: string, place: string, members: readonly string[]): Contradiction[] {
  return members.map((member) => ({ operationId, path: `${place}/${member}`, reason: NULLS }));
}

const TEXTS = "Gong: the document has ids and ranges as numbers, the wire sends texts";
const UNKNOWN_QUESTION_FIELDS = "Gong: the wire has more of a question than the document";

const contradictionsOfScorecards: readonly Contradiction[] = [
  ...["scorecardId", "workspaceId", "updaterUserId"].map((member) =>
    asText("listScorecards", `/scorecards/*/${member}`),
  ),
  ...["questionId", "questionRevisionId", "minRange", "maxRange", "answerOptions/*/id"].map((member) =>
    asText("listScorecards", `/scorecards/*/questions/*/${member}`),
  ),
  ...["created", "updated", "updaterUserId"].map((member) => ({
    operationId: "listScorecards",
    path: `/scorecards/*/questions/*/${member}`,
    reason: UNKNOWN_QUESTION_FIELDS,
  })),
  ...nulls("listScorecards", "/scorecards/*/questions/*", ["answerGuide"]),
  ...["answeredScorecardId", "scorecardId", "callId", "reviewedUserId", "reviewerUserId", "editorUserId"].map(
    (member) => asText("listAnsweredScorecards", `/answeredScorecards/*/${member}`),
  ),
  ...["questionId", "questionRevisionId"].map((member) =>
    asText("listAnsweredScorecards", `/answeredScorecards/*/answers/*/${member}`),
  ),
  ...nulls("listAnsweredScorecards", "/answeredScorecards/*/answers/*", ["score", "answerText", "selectedOptions"]),
];

function asText(operationId: string, path: string): Contradiction {
  return { operationId, path, reason: TEXTS };
}

const SCALARS = "Gong: the document calls any JSON scalar an object";

export const contradictions: readonly Contradiction[] = [
  ...nulls("listCalls", "/calls/*", nullsOfBasicData),
  ...nulls("getCall", "/call", nullsOfBasicData),
  ...nulls("listCallsExtensive", "/calls/*/metaData", nullsOfBasicData),
  ...nulls("listCallsExtensive", "/calls/*/parties/*", [
    "emailAddress",
    "name",
    "title",
    "userId",
    "speakerId",
    "phoneNumber",
  ]),
  ...nulls("listCallsExtensive", "/calls/*/interaction/speakers/*", ["userId"]),
  ...["/users/*", "/user"].flatMap((place) =>
    ["listUsers", "listMultipleUsers", "getUser"].flatMap((id) => nulls(id, place, nullsOfUser)),
  ),
  ...nulls("listWorkspaces", "/workspaces/*", ["description"]),
  ...nulls("listPermissionProfileUsers", "/users/*", ["fullName", "emailAddress"]),
  ...nulls("listPermissionProfile", "/profiles/*", nullsOfProfile),
  ...["getPermissionProfile", "createPermissionProfile", "updatePermissionProfile"].flatMap((id) =>
    nulls(id, "/profile", nullsOfProfile),
  ),
  ...nulls("listTrackers", "/keywordTrackers/*", ["saidAtInterval", "saidAtUnit", "creatorUserId", "updaterUserId"]),
  ...contradictionsOfScorecards,
  ...nulls("getCallTranscripts", "/callTranscripts/*/transcript/*", ["topic"]),
  { operationId: "listCallsExtensive", path: "/calls/*/context/*/objects/*/fields/*/value", reason: SCALARS },
  { operationId: "listCallsExtensive", path: "/calls/*/parties/*/context/*/objects/*/fields/*/value", reason: SCALARS },
  ...["findAllReferencesToEmailAddress", "findAllReferencesToPhoneNumber"].flatMap((id) => [
    ...nulls(id, "/customerData/*/objects/*", ["id", "mirrorId"]),
    { operationId: id, path: "/customerData/*/objects/*/fields/*/value", reason: SCALARS },
  ]),
  ...nulls("listMultipleUsersAggregateActivity", "/usersAggregateActivityStats/*", ["userEmailAddress"]),
  ...nulls("listMultipleUsersAggregateByPeriod", "/usersAggregateActivity/*", ["userEmailAddress"]),
  ...nulls("listMultipleUsersDayByDayActivity", "/usersDetailedActivities/*", ["userEmailAddress"]),
  ...nulls("listInteractionStats", "/peopleInteractionStats/*", ["userEmailAddress"]),
  ...nulls("listLogs", "/logEntries/*", ["userId", "userEmailAddress", "userFullName"]),
  ...[
    "auditId",
    "action",
    "accessKey",
    "clientIp",
    "verb",
    "endpointUri",
    "status",
    "requestId",
    "callId",
    "tableChanges",
    "customData",
    "remoteCallsAuditData",
    "httpRequest",
    "workspaceId",
    "fromTime",
    "toTime",
  ].map((member) => ({ operationId: "listLogs", path: `/logEntries/*/logRecord/${member}`, reason: SCALARS })),
  ...nulls("getLibraryStructure", "/folders/*", ["parentFolderId", "createdBy"]),
  ...nulls("getCallsInSpecificFolder", "", ["createdBy"]),
  ...nulls("getCallsInSpecificFolder", "/calls/*", ["note", "addedBy", "snippet"]),
  ...nulls("listCallOutcomes", "/outcomes/*", ["automation"]),
  ...["/coachingData/*/manager", "/coachingData/*/directReportsMetrics/*/report"].flatMap((place) =>
    nulls("listUsers_1", place, ["emailAddress", "firstName", "lastName", "title"]),
  ),
  ...nulls("listCrmSchemaFields", "/objectTypeToSelectedFields/ACCOUNT/*", [
    "lastModified",
    "referenceTo",
    "orderedValueList",
  ]),
  ...["A1", "gone"].map((id) => ({
    operationId: "getCrmObjects",
    path: `/crmObjectsMap/${id}`,
    reason: "Gong: the document has no nulls, its text has null for an object that is not there",
  })),
  ...["objectId", "modifiedDate", "url", "name", "domains", "tier"].map((member) => ({
    operationId: "getCrmObjects",
    path: `/crmObjectsMap/A1/${member}`,
    reason: SCALARS,
  })),
  { operationId: "addCall", path: "/duplicate", reason: "Tamtam's own: says that the call was there before" },
];

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentOperation>>>>;
  readonly components: { readonly schemas: Record<string, object> };
}

interface DocumentOperation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { schema: object }>> }>>;
}

/** Gong's own document, where the reference data stands beside the checkout. */
export class GongDocument {
  readonly #document: Document;
  readonly #ajv = new Ajv({ strict: false, allErrors: true });

  private constructor(document: Document) {
    this.#document = document;
    formats.default(this.#ajv);
    // A 64-bit integer and Gong's `url` are any integer and any address.
    this.#ajv.addFormat("url", (text) => URL.canParse(text));
    this.#ajv.addSchema({ $id: "gong", components: { schemas: closed(document.components.schemas) } });
  }

  static read(folder: string): GongDocument {
    return new GongDocument(JSON.parse(readFileSync(join(folder, "openapi.json"), "utf8")) as Document); // Gong's shape
  }

  /** Every operation with its method and path. */
  operations(): readonly { readonly id: string; readonly method: string; readonly path: string }[] {
    return Object.entries(this.#document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId }]) => ({
        id: operationId,
        method: method.toUpperCase(),
        path,
      })),
    );
  }

  /** What is wrong with an answer, beyond the known contradictions. */
  problems(operationId: string, status: number, body: unknown): readonly string[] {
    const schema = this.#schemaOf(operationId, status);
    if (schema === undefined) return [`the document has no ${status} for ${operationId}`];
    const validate = this.#ajv.compile(absolute(schema));
    if (validate(body)) return [];
    return (validate.errors ?? [])
      .filter((error) => !isKnown(operationId, pathOf(error)))
      .map((error) => `${pathOf(error)} ${error.message}`);
  }

  #schemaOf(operationId: string, status: number): object | undefined {
    for (const methods of Object.values(this.#document.paths)) {
      const found = Object.values(methods).find((operation) => operation.operationId === operationId);
      const content = found?.responses[status]?.content;
      if (content) return Object.values(content)[0]?.schema;
    }
    return undefined;
  }
}

/** A member that the document does not know is a problem too. */
function closed(schemas: Record<string, object>): Record<string, object> {
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [
      name,
      "properties" in schema ? { ...schema, additionalProperties: false } : schema,
    ]),
  );
}

function absolute(schema: object): object {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"gong#/components')) as object; // an object before too
}

function pathOf(error: ErrorObject): string {
  const extra: unknown = error.params["additionalProperty"];
  return typeof extra === "string" ? `${error.instancePath}/${extra}` : error.instancePath;
}

function isKnown(operationId: string, path: string): boolean {
  const pattern = path.replaceAll(/\/\d+(?=\/|$)/g, "/*");
  return contradictions.some((known) => known.operationId === operationId && known.path === pattern);
}
