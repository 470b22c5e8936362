import { asId } from "../../src/calls/ids.ts";
import type { PermissionProfile } from "../../src/calls/permission-profile.ts";
import type { UserMetadata } from "../../src/gong-api/user-metadata.ts";
import type { WirePermissionProfile } from "../../src/gong-api/present/present-permission-profile.ts";
import type { WireLibraryFolder } from "../../src/gong-api/schemas/get-library-structure.ts";
import { setUpRecordedCrm } from "./crm-recorded-state.ts";
import { WORKSPACE_ID, type GongServer } from "./gong-server.ts";
import { setUpRecordedSettings } from "./tracker-recorded-state.ts";

interface Recorded {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly request: { readonly params?: Readonly<Record<string, string>> };
  readonly response: unknown;
}

/** What recorded answers tell of a tenant. */
interface TenantAnswer {
  readonly user?: UserMetadata;
  readonly users?: readonly UserMetadata[];
  readonly userSettingsHistory?: readonly { readonly time: string }[];
  readonly folders?: readonly WireLibraryFolder[];
  readonly calls?: readonly unknown[];
  readonly id?: string;
  readonly name?: string;
  readonly profile?: WirePermissionProfile;
  readonly profiles?: readonly WirePermissionProfile[];
}

/** Brings the server into the state that the tenant was in, as far as the recorded answer tells of it. */
export async function setUpRecorded(server: GongServer, recorded: Recorded): Promise<void> {
  const answer = recorded.response as TenantAnswer; // each member may be there or not
  for (const user of [...(answer.users ?? []), ...(answer.user ? [answer.user] : [])]) await enterUser(server, user);
  if (recorded.path.startsWith("/v2/crm/")) await setUpRecordedCrm(server, recorded);
  const created = answer.userSettingsHistory?.[0]?.time;
  if (created !== undefined) await own(server, "users", { id: recorded.path.split("/")[3], created });
  const workspaceId = recorded.request.params?.["workspaceId"];
  const folder = answer.calls && answer.id !== undefined ? [{ id: answer.id, name: answer.name }] : [];
  const profiles = answer.profiles ?? (answer.profile ? [answer.profile] : []);
  if (workspaceId !== undefined) await own(server, "workspaces", { id: workspaceId, name: "Initial workspace" });
  const folders = [...(answer.folders ?? []), ...folder] as readonly WireLibraryFolder[]; // what has an id has a name
  for (const { id, name, parentFolderId = null } of folders) {
    const place = parentFolderId === null ? { workspaceId: workspaceId ?? WORKSPACE_ID } : { parentFolderId };
    await own(server, "library/folders", { id, name, ...place });
  }
  await setUpRecordedSettings(server, recorded.response, workspaceId);
  if (recorded.method !== "POST") await enterProfiles(server, workspaceId ?? WORKSPACE_ID, profiles);
}

async function enterUser(server: GongServer, user: UserMetadata): Promise<void> {
  const { conferencingProviders: _none, ...known } = user;
  await own(server, "users", known);
}

async function own(server: GongServer, path: string, body: object): Promise<void> {
  const { status } = await server.send({ method: "POST", path: `/tamtam/v1/${path}`, body });
  if (status !== 201) throw new Error(`the recorded state could not be set up: ${path} answered ${status}`);
}

async function enterProfiles(
  { parts }: GongServer,
  workspaceId: string,
  profiles: readonly WirePermissionProfile[],
): Promise<void> {
  await parts.database.transact(async (transaction) => {
    for (const { id, name, description, ...permissions } of profiles) {
      const about = {
        id: asId<PermissionProfile["id"]>(id),
        workspaceId: asId<PermissionProfile["workspaceId"]>(workspaceId),
      };
      const profile = { ...about, name, description: description ?? undefined, permissions };
      await parts.permissionProfiles.add(profile, transaction);
    }
  });
}
