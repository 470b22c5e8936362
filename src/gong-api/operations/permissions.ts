import { inArea, type Operation } from "../operation.ts";
import { addUsersAccessToCallsRequest } from "../schemas/add-users-access-to-calls.ts";
import { getUsersAccessToCallsRequest } from "../schemas/get-users-access-to-calls.ts";
import { deleteUsersAccessToCallsRequest } from "../schemas/delete-users-access-to-calls.ts";
import { createPermissionProfileRequest } from "../schemas/create-permission-profile.ts";
import { getPermissionProfileRequest } from "../schemas/get-permission-profile.ts";
import { listPermissionProfileRequest } from "../schemas/list-permission-profile.ts";
import { listPermissionProfileUsersRequest } from "../schemas/list-permission-profile-users.ts";
import { updatePermissionProfileRequest } from "../schemas/update-permission-profile.ts";

const permissions = inArea("Permissions");

export const permissionsOperations: readonly Operation[] = [
  permissions.served("addUsersAccessToCalls", "PUT /v2/calls/users-access", "api:call-user-access:write", {
    body: "json",
    request: addUsersAccessToCallsRequest,
    differences: ["Counts for access keys that act for a user; keys and apps that act for the company see every call."],
  }),
  permissions.served("getUsersAccessToCalls", "POST /v2/calls/users-access", "api:call-user-access:read", {
    body: "json",
    request: getUsersAccessToCallsRequest,
  }),
  permissions.served("deleteUsersAccessToCalls", "DELETE /v2/calls/users-access", "api:call-user-access:write", {
    body: "json",
    request: deleteUsersAccessToCallsRequest,
  }),
  permissions.served("listPermissionProfile", "GET /v2/all-permission-profiles", null, {
    query: ["workspaceId"],
    request: listPermissionProfileRequest,
    differences: ["There are none until they are created; Gong's tenants come with some."],
  }),
  permissions.served("getPermissionProfile", "GET /v2/permission-profile", null, {
    query: ["profileId"],
    request: getPermissionProfileRequest,
  }),
  permissions.served("listPermissionProfileUsers", "GET /v2/permission-profile/users", "api:users:read", {
    query: ["profileId"],
    request: listPermissionProfileUsersRequest,
    differences: ["Who has a profile is set on `/tamtam/v1/permission-profiles/{profileId}/users`."],
  }),
  permissions.served("createPermissionProfile", "POST /v2/permission-profile", null, {
    query: ["workspaceId"],
    body: "json",
    request: createPermissionProfileRequest,
    differences: ["Profiles are kept and answered; what a key that acts for a user sees does not depend on them."],
  }),
  permissions.served("updatePermissionProfile", "PUT /v2/permission-profile", null, {
    query: ["profileId"],
    body: "json",
    request: updatePermissionProfileRequest,
  }),
];
