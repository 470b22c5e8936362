import type { CallMarks, HeldFolder, HeldProfile, HeldUserSettings, HoldingsPart } from "../calls/holdings.ts";
import type { LibraryEntry } from "../calls/library.ts";
import { asId, type CallId, type WorkspaceId } from "../calls/ids.ts";
import { type UserSettings, userSettings } from "../calls/user-account.ts";
import type { Records } from "./open-records.ts";

const AT_ONCE = 1000;

/** What a library holds beside calls; about calls, only about these. */
export async function* libraryHoldings(records: Records, callIds: ReadonlySet<string>): AsyncGenerator<HoldingsPart> {
  yield* pagesOf("userSettings", await allUserSettings(records));
  yield { name: "callOutcomes", items: await records.callOutcomes.list() };
  yield* pagesOf("scorecards", await records.scorecards.list());
  yield* pagesOf("permissionProfiles", await allProfiles(records));
  yield* heldCrm(records);
  for (const ids of chunksOf([...callIds].map((id) => asId<CallId>(id)))) {
    yield* pagesOf("callMarks", await marksOf(records, ids));
  }
  yield* reviews(records, callIds);
  // Together: they are in one another.
  yield { name: "libraryFolders", items: await allFolders(records, callIds) };
}

/** In parts of a size that can be read whole. */
function* pagesOf<Name extends HoldingsPart["name"]>(
  name: Name,
  items: Extract<HoldingsPart, { name: Name }>["items"],
): Generator<HoldingsPart> {
  for (const page of chunksOf<unknown>(items)) yield { name, items: page } as HoldingsPart; // items of this name
}

function* chunksOf<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += AT_ONCE) yield items.slice(start, start + AT_ONCE);
}

async function allUserSettings({ users, userAccounts }: Records): Promise<readonly HeldUserSettings[]> {
  const held: HeldUserSettings[] = [];
  for (const { id } of await users.list()) {
    const history = await userAccounts.settingsHistory(id);
    const first = history.slice(0, userSettings.length).map(({ setting, value }) => [setting, value]);
    const initial = Object.fromEntries(first) as UserSettings; // a history begins with all of them
    held.push({ userId: id, initial, changes: history.slice(userSettings.length) });
  }
  return held;
}

async function allProfiles({ permissionProfiles, workspaces, workspaceId }: Records): Promise<readonly HeldProfile[]> {
  const made = (await workspaces.list()).map(({ id }) => id);
  const profiles = await Promise.all(
    [...new Set<WorkspaceId>([workspaceId, ...made])].map((id) => permissionProfiles.list(id)),
  );
  return Promise.all(
    profiles.flat().map(async (profile) => ({ ...profile, userIds: await permissionProfiles.userIds(profile.id) })),
  );
}

async function* heldCrm({ crm: { integrations, objects } }: Records): AsyncGenerator<HoldingsPart> {
  const active = await integrations.active();
  if (!active) return;
  const { id, name, ownerEmail } = active;
  const fields = [...(await integrations.fields(active.key))].map(([type, ofType]) => ({ type, fields: ofType }));
  yield { name: "crmIntegrations", items: [{ id, name, ownerEmail, fields }] };
  for await (const items of objects.scan(active.key)) yield { name: "crmRecords", items };
}

/** Of calls that have any. */
async function marksOf(
  { callOutcomes, callAccess, crm }: Records,
  callIds: readonly CallId[],
): Promise<readonly CallMarks[]> {
  const active = await crm.integrations.active();
  const [outcomes, access, links] = await Promise.all([
    callOutcomes.ofCalls(callIds),
    callAccess.list(callIds),
    active && crm.links.of(active.key, callIds),
  ]);
  const usersOf = new Map(access.map(({ callId, userIds }) => [callId, userIds]));
  return callIds.flatMap((callId) => {
    const outcomeId = outcomes.get(callId)?.id;
    const userIds = usersOf.get(callId) ?? [];
    const crmLinks = links?.get(callId);
    if (outcomeId === undefined && userIds.length === 0 && crmLinks === undefined) return [];
    return [{ callId, outcomeId, accessUserIds: userIds.length === 0 ? undefined : userIds, crmLinks }];
  });
}

async function* reviews({ answeredScorecards }: Records, callIds: ReadonlySet<string>): AsyncGenerator<HoldingsPart> {
  for (let page = await answeredScorecards.list({ pageSize: AT_ONCE }); ;) {
    const items = page.answered.map(({ answered }) => answered).filter(({ callId }) => callIds.has(callId));
    if (items.length > 0) yield { name: "answeredScorecards", items };
    if (!page.next) return;
    page = await answeredScorecards.list({ pageSize: AT_ONCE, after: page.next });
  }
}

async function allFolders({ library }: Records, callIds: ReadonlySet<string>): Promise<readonly HeldFolder[]> {
  const folders = await library.folders();
  return Promise.all(
    folders.map(async (folder) => {
      const entries = (await library.entries(folder.id)).filter(({ callId }) => callIds.has(callId));
      return { ...folder, entries: entries.map(withoutFolder) };
    }),
  );
}

function withoutFolder(entry: LibraryEntry): HeldFolder["entries"][number] {
  const { folderId: _, ...rest } = entry;
  return rest;
}
