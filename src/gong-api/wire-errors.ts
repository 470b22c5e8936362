import { TamtamError } from "../calls/errors.ts";

/**
 * Everything that is answered with another status than success and is not a field's problem: when, status, sentence. Gong's own
 * sentences are to the letter, since clients match on them; the others are said where Gong's are not known.
 */
export const wireErrors = {
  /** No match on list, extensive and transcript. Gong: not an empty list; clients turn this very sentence into one. */
  "calls-not-found": { status: 404, sentence: () => "No calls found corresponding to the provided filters" },
  "call-not-found": { status: 404, sentence: (callId: string) => `Call ID ${callId} was not found` },
  "user-not-found": { status: 404, sentence: () => "User not found" },
  /** Gong: 400, not 404, on users-access. */
  "some-calls-not-found": { status: 400, sentence: () => "Some calls not found" },
  /** Gong: not an empty list. */
  "stats-not-found": { status: 404, sentence: () => "No stats found for the specified period" },
  /** Gong: not an empty list; its document says the same where the one folder that was asked for is not there. */
  "folders-not-found": { status: 404, sentence: () => "No folders found for the specified period" },
  /** Gong: of the settings of trackers and briefs. */
  "workspace-not-found": { status: 404, sentence: () => "Workspace not found" },
  /** Gong: these two lists are not answered empty. */
  "scorecards-not-found": { status: 404, sentence: () => "Scorecards not found" },
  "answered-scorecards-not-found": { status: 404, sentence: () => "Answered scorecards not found" },
  /** Gong: a permission profile or a workspace that is not there says no more than this. */
  "bad-request": { status: 400, sentence: () => "Bad request" },
  /** Clients look for "cursor has expired" and begin their window again. */
  "cursor-expired": {
    status: 400,
    sentence: () =>
      "The cursor has expired: it lives for one hour from the first request. Start again without a cursor.",
  },
  "cursor-invalid": {
    status: 400,
    sentence: () =>
      "The cursor is invalid: repeat the request it came from, unchanged, with the cursor as it was answered.",
  },
  "media-not-wanted": {
    status: 400,
    sentence: (callId: string, why: string) => `Call ID ${callId} does not take a recording: ${why}`,
  },
  "crm-integration-exists": {
    status: 409,
    sentence: () =>
      "Your organization already has an active GENERIC CRM integration. Only 1 active integration is supported. " +
      "Please disconnect the existing GENERIC CRM integration before creating a new Generic CRM integration",
  },
  /** Gong: the document has 400 and no 404 here; its sentence is not known. */
  "crm-integration-not-found": {
    status: 400,
    sentence: (id: string) => `There is no active CRM integration ${id}; GET /v2/crm/integrations lists it.`,
  },
  "crm-request-not-found": {
    status: 400,
    sentence: (id: string) => `No request with the clientRequestId ${id} was sent for this integration.`,
  },
  "client-request-id-used": { status: 409, sentence: () => "Client request id has already been used" },
  /** Gong: tells so, its sentence is not known. */
  "crm-fields-missing": {
    status: 400,
    sentence: (names: string) =>
      `All fields must be included in the schema: ${names} missing. Send the whole list, with isDeleted for what is to go.`,
  },
  "crm-file-too-large": { status: 413, sentence: (most: string) => `The dataFile part is larger than ${most} MB.` },
  "company-key-needed-for-crm": {
    status: 403,
    sentence: () =>
      "Access denied: a CRM's data is read and written with a key that acts for the company, not for a user.",
  },
  "part-missing": { status: 400, sentence: (name: string) => `${name} part is missing` },
  "json-broken": { status: 400, sentence: (where: string) => `JSON parse error: ${where}` },
  "scope-missing": {
    status: 401,
    sentence: (scope: string) => `You don't have permission to use '${scope}' in your app.`,
  },
  /** As a Gong tenant without the product: the operation is there and may not be used. */
  "product-missing": {
    status: 403,
    sentence: (operation: string, product: string) =>
      `Access denied: ${operation} belongs to ${product}, which this server does not have.`,
  },
  "company-key-needed": {
    status: 403,
    sentence: () =>
      "Access denied: somebody's data is found and erased with a key that acts for the company, not for a user.",
  },
  /** Gong: it has such a guard, its sentence is not known. */
  "too-much-to-erase": {
    status: 400,
    sentence: (count: string, most: string) =>
      `Nothing was erased: ${count} calls would be, and more than ${most} at once is taken for a mistake. Raise TAMTAM_ERASE_MAX_CALLS to do it.`,
  },
  "logs-company-key-needed": {
    status: 403,
    sentence: () => "Access denied: the logs are read with a key that acts for the company, not for a user.",
  },
  "logs-not-found": { status: 404, sentence: () => "No logs found for the specified period" },
  "path-not-found": { status: 404, sentence: () => "Not Found" },
  "method-not-allowed": { status: 405, sentence: () => "Method Not Allowed" },
  "media-type": { status: 415, sentence: () => "Unsupported Media Type" },
  unexpected: { status: 500, sentence: () => "Internal server error occurred" },
  "not-served-yet": {
    status: 501,
    sentence: (operation: string) => `Not implemented: ${operation} is not served by this version of the server.`,
  },
} as const;

type WireErrors = typeof wireErrors;
export type WireErrorName = keyof WireErrors;
export type WireStatus = WireErrors[WireErrorName]["status"];

/** An answer of Gong's that is not a success. */
export class WireError extends TamtamError {
  readonly code: WireErrorName;
  readonly status: WireStatus;
  readonly isCallersFault: boolean;
  constructor(code: WireErrorName, sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.code = code;
    this.status = wireErrors[code].status;
    this.isCallersFault = this.status !== 500;
  }
}

export function wireError<Name extends WireErrorName>(
  name: Name,
  ...details: Parameters<WireErrors[Name]["sentence"]>
): WireError {
  const sentence: (...given: string[]) => string = wireErrors[name].sentence;
  return new WireError(name, sentence(...details));
}
