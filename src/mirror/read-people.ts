import { importUsers, importWorkspaces } from "../engine/importing/import-people.ts";
import { importTrackers } from "../engine/importing/import-trackers.ts";
import { RemoteError } from "../gong-api/remote-error.ts";
import type { UserMetadata } from "../gong-api/user-metadata.ts";
import type { MirroredApi, MirrorParts } from "./mirror-parts.ts";
import type { SyncState } from "./sync-state.ts";

/** Users, workspaces and trackers, whole. Gong: none of the lists says what has changed. A key that may not read one does without. */
export async function readPeople(parts: MirrorParts, state: SyncState): Promise<void> {
  const { api, database, syncState, clock } = parts;
  const { workspaces } = await orIfWithheld(() => api.listWorkspaces({}), { workspaces: [] });
  const users = await orIfWithheld(() => listAllUsers(api), []);
  const trackers = await orIfWithheld(() => api.listTrackers({}), undefined);
  const nowMs = clock();
  await database.transact(async (transaction) => {
    await importWorkspaces(parts, workspaces, nowMs, transaction);
    await importUsers(parts, [...new Map(users.map((user) => [user.id, user])).values()], nowMs, transaction);
    const knownUserIds = new Set(users.map(({ id }) => id));
    if (trackers) await importTrackers(parts, trackers.keywordTrackers, { nowMs, knownUserIds }, transaction);
    await syncState.write(JSON.stringify({ ...state, peopleMs: nowMs }), transaction);
  });
}

async function listAllUsers(api: MirroredApi): Promise<readonly UserMetadata[]> {
  const users: UserMetadata[] = [];
  for (let cursor: string | undefined, hasMore = true; hasMore; hasMore = cursor !== undefined) {
    const page = await api.listUsers({ cursor });
    users.push(...page.users);
    cursor = page.records.cursor;
  }
  return users;
}

async function orIfWithheld<T>(ask: () => Promise<T>, nothing: T): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    const isWithheld = error instanceof RemoteError && ["remote-scope", "remote-denied"].includes(error.code);
    if (!isWithheld) throw error;
    return nothing;
  }
}
