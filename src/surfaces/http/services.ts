import type { UserId } from "../../calls/ids.ts";
import type { ActionRunner } from "../../connection/action-runner.ts";
import type { Connections } from "../../connection/backend.ts";
import type { AuditTrail } from "../../gong-api/audit-trail.ts";
import type { CallMediaReading } from "../../gong-api/call-media.ts";
import type { GongApi } from "../../gong-api/gong-api.ts";
import type { TamtamApi } from "../../gong-api/tamtam/tamtam-api.ts";
import type { OAuthServer } from "../../gong-api/oauth.ts";
import type { AccessControl } from "../../gong-api/principal.ts";
import type { WireTroubles } from "../../gong-api/wire-faults.ts";
import type { SignedLink } from "../../lib/signed-link.ts";
import type { KeptPages } from "./gong/kept-pages.ts";

/** What the HTTP server needs of the product; the composition root makes it. */
export interface HttpServices {
  readonly version: string;
  readonly connections: Connections;
  readonly media: CallMediaReading;
  /** What answers on Gong's own paths, as this user may see it, or as the company does. */
  readonly gongApi: (actingUserId: UserId | undefined) => GongApi;
  /** Absent where more decides an answer than what is written in the library: a sandbox's switches. */
  readonly keptPages?: KeptPages | undefined;
  /** What Gong's API lacks, on `/tamtam/v1`. */
  readonly tamtamApi: TamtamApi;
  /** Answers one request of the Model Context Protocol, whose tools are run by this runner. */
  readonly mcp: (request: Request, runner: ActionRunner) => Promise<Response>;
  readonly access: AccessControl;
  /** Told of every request that is somebody's. */
  readonly audit: AuditTrail;
  readonly oauth: OAuthServer;
  /** What goes wrong on Gong's paths on purpose; nothing where this is no sandbox. */
  readonly troubles?: WireTroubles | undefined;
  /** Where the page for people was built. */
  readonly pageFolder: string;
  /** The address others reach the server by, where it is not the one that requests name. */
  readonly publicUrl?: string | undefined;
  /** Whether a media link was signed here and is not over yet. `undefined`: not signed here. */
  readonly checkLink: (link: SignedLink) => "valid" | "expired" | undefined;
  readonly makeRequestId: () => string;
  /** Problems that are ours, with the request id that the caller was given. */
  readonly reportError: (error: unknown, requestId: string) => void;
}
