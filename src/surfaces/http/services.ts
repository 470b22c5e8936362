import type { Connections } from "../../connection/backend.ts";
import type { CallMediaReading } from "../../gong-api/call-media.ts";

/** What the HTTP server needs of the product; the composition root makes it. */
export interface HttpServices {
  readonly version: string;
  readonly connections: Connections;
  readonly media: CallMediaReading;
  /** Whether this key is known, not revoked, and the secret is its own. Takes the same time either way. */
  readonly authenticate: (accessKey: string, accessKeySecret: string) => Promise<boolean>;
  /** Whether a media link was signed here and is not over yet. `undefined`: not signed here. */
  readonly checkLink: (path: string, expires: string, signature: string) => "valid" | "expired" | undefined;
  readonly makeRequestId: () => string;
  /** Problems that are ours, with the request id that the caller was given. */
  readonly reportError: (error: unknown, requestId: string) => void;
}
