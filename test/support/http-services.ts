import { Readable } from "node:stream";
import type { CallRecord } from "../../src/gong-api/call-record.ts";
import type { GongApi } from "../../src/gong-api/gong-api.ts";
import type { TamtamApi } from "../../src/gong-api/tamtam/tamtam-api.ts";
import { OAuthError } from "../../src/gong-api/oauth.ts";
import type { Principal } from "../../src/gong-api/principal.ts";
import { answerMcp } from "../../src/surfaces/mcp/answer-http.ts";
import type { HttpServices } from "../../src/surfaces/http/services.ts";

export const KEY = "KEY";
export const SECRET = "sécret:with colon";
export const CALL_ID = "1736760600000012345";

/** The bytes 0, 1, 2, … 99. */
export const RECORDING = Uint8Array.from({ length: 100 }, (_, position) => position);

export function basic(accessKey: string, secret: string): string {
  return `Basic ${Buffer.from(`${accessKey}:${secret}`).toString("base64")}`;
}

export const authorization = basic(KEY, SECRET);

/** May do everything, for the company. */
export const fullKey: Principal = { kind: "key", id: KEY, scopes: "all" };

export interface TestServices extends HttpServices {
  readonly opened: (string | undefined)[];
  readonly added: string[];
  readonly reported: { readonly error: unknown; readonly requestId: string }[];
}

/** A product with one call and one recording. Adding `broken` breaks. */
export function makeServices(changes: Partial<HttpServices> = {}): TestServices {
  const opened: (string | undefined)[] = [];
  const added: string[] = [];
  const reported: TestServices["reported"] = [];
  let requests = 0;
  return {
    version: "1.2.3",
    connections: {
      open: async (name) => {
        opened.push(name);
        return {
          api: {
            addCall: async ({ clientUniqueId }) => {
              if (clientUniqueId === "broken") throw new Error("SQLITE_CORRUPT in /var/secret/place");
              added.push(clientUniqueId);
              return { requestId: "r", callId: CALL_ID };
            },
          },
          status: {
            getCall: async (by) => ("callId" in by && by.callId === CALL_ID ? oneCall : undefined),
            retryCall: async () => ({ status: "Processing", stage: "transcribe" }),
          },
        };
      },
    },
    media: {
      describe: async (callId) => (callId === CALL_ID ? { sizeBytes: 100, contentType: "audio/wav" } : undefined),
      read: async (_, { start, end } = { start: 0, end: 99 }) => Readable.from([RECORDING.slice(start, end + 1)]),
    },
    gongApi: () => ({}) as GongApi, // what tests its paths brings its own
    tamtamApi: {} as TamtamApi, // likewise
    mcp: answerMcp("1.2.3"),
    access: {
      identifyKey: async (accessKey, secret) =>
        accessKey === KEY && secret === SECRET ? { principal: fullKey } : { refusal: "unknown" },
      identifyToken: async () => ({ refusal: "unknown" }),
      admit: async () => ({ isAdmitted: true }),
    },
    audit: { note: () => undefined },
    oauth: noApps,
    pageFolder: "/nowhere",
    checkLink: ({ path, expires, signature, madeFor }) => {
      if (signature !== `signed ${path}${madeFor === undefined ? "" : ` for ${madeFor}`}`) return undefined;
      return expires === "2000" ? "valid" : "expired";
    },
    makeRequestId: () => `request${(requests += 1)}`,
    reportError: (error, requestId) => reported.push({ error, requestId }),
    opened,
    added,
    reported,
    ...changes,
  };
}

/** Knows no app. */
const noApps: HttpServices["oauth"] = {
  ask: async () => Promise.reject(new OAuthError("invalid_client", "There is no such app.")),
  decide: async () => Promise.reject(new OAuthError("invalid_client", "There is no such app.")),
  issueTokens: async () => Promise.reject(new OAuthError("invalid_client", "There is no such app.")),
};

const oneCall: CallRecord = {
  data: {
    metaData: {
      id: CALL_ID,
      title: "Sales Call with Jane Smith",
      scheduled: null,
      started: "2025-01-13T01:30:00-08:00",
      duration: 3600,
      primaryUserId: "gong_user_id_12345",
      direction: "Outbound",
      system: null,
      scope: "External",
      media: "Audio",
      language: null,
      workspaceId: "1",
      sdrDisposition: null,
      clientUniqueId: "unique_call_id_12345",
      customData: null,
      purpose: null,
      meetingUrl: null,
    },
    parties: [],
  },
  primaryUser: { userId: "gong_user_id_12345", name: "John Doe", emailAddress: null },
  processing: { status: "Completed", stage: null, progress: null, timesRealTime: null, failure: null, warnings: [] },
};
