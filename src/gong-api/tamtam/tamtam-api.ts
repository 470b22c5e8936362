import type { Done } from "../gong-api.ts";
import type { GetUserResponse } from "../schemas/get-user.ts";
import type { ListPermissionProfileUsersResponse } from "../schemas/list-permission-profile-users.ts";
import type { ChangeUserRequest } from "./change-user.ts";
import type { ChangeWorkspaceRequest } from "./change-workspace.ts";
import type { CreateUserRequest } from "./create-user.ts";
import type { CreateWorkspaceRequest, WorkspaceResponse } from "./create-workspace.ts";
import type { DeleteCallRequest } from "./delete-call.ts";
import type { SetPermissionProfileUsersRequest } from "./set-permission-profile-users.ts";

/**
 * What Gong's API lacks and an engine needs to be run, in shapes like Gong's. Every operation throws InvalidInputError naming the field,
 * NotFoundError for what is not there, and ConflictError for what is there already.
 */
export interface TamtamApi {
  /** `POST /tamtam/v1/users` */
  createUser(request: CreateUserRequest): Promise<GetUserResponse>;
  /** `PATCH /tamtam/v1/users/{id}` */
  changeUser(request: ChangeUserRequest): Promise<GetUserResponse>;
  /** `POST /tamtam/v1/workspaces` */
  createWorkspace(request: CreateWorkspaceRequest): Promise<WorkspaceResponse>;
  /** `PATCH /tamtam/v1/workspaces/{id}`: the built-in one too. */
  changeWorkspace(request: ChangeWorkspaceRequest): Promise<WorkspaceResponse>;
  /** `PUT /tamtam/v1/permission-profiles/{profileId}/users`: exactly these have the profile then. */
  setPermissionProfileUsers(request: SetPermissionProfileUsersRequest): Promise<ListPermissionProfileUsersResponse>;
  /** `DELETE /tamtam/v1/calls/{id}`: the call with its recording, transcript and index entry, off the disk when it answers. */
  deleteCall(request: DeleteCallRequest): Promise<Done>;
}
