import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** The recording that the project ships: John Doe (channel 0) phones Jane Smith (channel 1). */
export const samplePath = fileURLToPath(new URL("../../examples/sample-call.wav", import.meta.url));

export function readSample(): Promise<Uint8Array> {
  return readFile(samplePath);
}

/** The page's add-call example with media that exists and the channels of the sample. */
export function addCallText(mediaUrl: string, clientUniqueId = "unique_call_id_12345"): string {
  return `/your-gong-connection
action: add-call
actual-start: 2025-01-13T01:30:00-08:00
client-unique-id: ${clientUniqueId}
download-media-url: ${mediaUrl}
call-title: Sales Call with Jane Smith
direction: Outbound
disposition: Intro Call
participants: [{"emailAddress": "john.doe@example.com", "mediaChannelId": 0, "name": "John Doe", "userId": "gong_user_id_12345"}, {"mediaChannelId": 1, "name": "Jane Smith", "phoneNumber": "+1 555-555-1212"}]
primary-user: gong_user_id_12345
`;
}

export const getCallText = (callId: string) => `/your-gong-connection
action: get-call
call-id: ${callId}
`;

/** The page's search-calls example, letter for letter. */
export const searchCallsText = `/your-gong-connection
action: search-calls
from-date: 2025-01-01T00:00:00-08:00
to-date: 2025-01-31T23:59:59-08:00
primary-user-ids: ["gong_user_id_12345"]
keywords: ["sales", "demo"]
context: Extended
include-content: true
include-media: true
`;

export const addCallParameters = (mediaUrl: string, clientUniqueId: string) => ({
  "actual-start": "2025-01-13T01:30:00-08:00",
  "client-unique-id": clientUniqueId,
  "download-media-url": mediaUrl,
  "call-title": "Sales Call with Jane Smith",
  direction: "Outbound",
  participants: [
    { name: "John Doe", emailAddress: "john.doe@example.com", userId: "gong_user_id_12345", mediaChannelId: 0 },
    { name: "Jane Smith", phoneNumber: "+1 555-555-1212", mediaChannelId: 1 },
  ],
  "primary-user": "gong_user_id_12345",
});

export interface CallAnswer {
  readonly callId: string;
  readonly status: string;
  readonly duration: number | null;
  readonly media: { readonly audioUrl: string | null; readonly videoUrl: string | null };
  readonly failure?: { readonly stage: string; readonly code: string; readonly reason: string; readonly retry: string };
  readonly warnings?: readonly string[];
  readonly transcript?: {
    readonly sentences: readonly {
      readonly start: number;
      readonly end: number;
      readonly speaker: string | null;
      readonly affiliation: string;
      readonly text: string;
    }[];
  };
  readonly [field: string]: unknown;
}

export interface SearchAnswer {
  readonly calls: readonly (CallAnswer & {
    readonly matches?: readonly {
      readonly keyword: string;
      readonly where: string;
      readonly text: string;
      readonly start?: number;
      readonly speaker?: string | null;
    }[];
  })[];
  readonly pagination: {
    readonly totalRecords: number;
    readonly pageSize: number;
    readonly currentPage: number;
    readonly cursor?: string;
  };
}
