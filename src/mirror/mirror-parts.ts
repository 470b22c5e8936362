import type { CallId } from "../calls/ids.ts";
import type { Database } from "../engine/database/transaction.ts";
import type { ImportParts } from "../engine/importing/import-parts.ts";
import type { ImportTrackersParts } from "../engine/importing/import-trackers.ts";
import type { importUsers, importWorkspaces } from "../engine/importing/import-people.ts";
import type { SyncStateStore } from "../engine/store/sync-state-store.ts";
import type { GongApi } from "../gong-api/gong-api.ts";

/** Those of Gong's operations that a mirror is made with. */
export type MirroredApi = Pick<
  GongApi,
  "listCallsExtensive" | "getCallTranscripts" | "listUsers" | "listWorkspaces" | "listTrackers"
>;

type PeopleParts = Parameters<typeof importUsers>[0] & Parameters<typeof importWorkspaces>[0];

/** The tenant, and the library that is kept in step with it. */
export interface MirrorParts extends ImportParts, PeopleParts, ImportTrackersParts {
  readonly api: MirroredApi;
  readonly database: Pick<Database, "transact">;
  readonly syncState: SyncStateStore;
  /** Takes calls off the disk. */
  readonly removeCalls: (ids: readonly CallId[]) => Promise<void>;
  readonly clock: () => number;
}
