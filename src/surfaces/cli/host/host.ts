import type { Connections } from "../../../connection/backend.ts";
import type { AccessKeys, OAuthApps } from "./access.ts";
import type { CountWatch, ExportedLibrary, ImportedLibrary, LibraryExport, LibraryImport } from "./files.ts";
import type { Mirrors } from "./mirrors.ts";
import type { CallProgress, Finding, FollowOptions, McpOrder, RunningServer } from "./processing.ts";
import type { SeedOrder, SeedWatch, SeededLibrary } from "./seeding.ts";
import type { TenantConnections } from "./tenant-connections.ts";

/** What the command line needs of the product; the composition root makes it. Nothing is opened before it is used. */
export interface Host extends AsyncDisposable {
  readonly version: string;
  readonly mirrors: Mirrors;
  readonly connections: Connections;
  /**
   * Says how a call's processing goes until it is over. Where no server works on the same data, the work is done here meanwhile.
   * Ends with `Completed` or `Failed`, or early when `signal` aborts (the work is then left for later).
   */
  followCall(callId: string, options: FollowOptions): AsyncIterable<CallProgress>;
  /** Starts the HTTP server with its worker. @throws SetupError when the port is taken, naming the mend. */
  serve(): Promise<RunningServer>;
  /** Speaks the Model Context Protocol with one client, until it closes its end or the signal aborts. */
  serveMcp(order: McpOrder): Promise<void>;
  /** Each thing that must be right on this machine, checked now. */
  examine(): AsyncIterable<Finding>;
  readonly accessKeys: AccessKeys;
  /**
   * Fills the library with a made-up company and its calls. When `signal` aborts it ends early; the same order again does the rest.
   * @throws ConflictError where there are calls that no seed made
   */
  seed(order: SeedOrder, options: SeedWatch): Promise<SeededLibrary>;
  readonly oauthApps: OAuthApps;
  readonly tenants: TenantConnections;
  /**
   * Writes calls and transcripts into a new folder. Gives nothing when `signal` aborts first; nothing is kept then.
   * @throws InvalidInputError where the folder has something in it
   */
  exportLibrary(order: LibraryExport, watch: CountWatch): Promise<ExportedLibrary | undefined>;
  /**
   * Brings calls from files into the library. When `signal` aborts it ends early; the same again brings the rest.
   * @throws InvalidInputError where the folder has no calls, or broken files that may not be left out
   */
  importLibrary(order: LibraryImport, watch: CountWatch): Promise<ImportedLibrary>;
}
