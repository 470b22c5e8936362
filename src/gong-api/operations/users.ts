import { inArea, type Operation } from "../operation.ts";
import { getUserHistoryRequest } from "../schemas/get-user-history.ts";
import { getUserRequest } from "../schemas/get-user.ts";
import { listMultipleUsersRequest } from "../schemas/list-multiple-users.ts";
import { listUsersRequest } from "../schemas/list-users.ts";

const users = inArea("Users");

export const usersOperations: readonly Operation[] = [
  users.served("listUsers", "GET /v2/users", "api:users:read", {
    query: ["cursor"],
    request: listUsersRequest,
    differences: [
      "Users are those that were entered on `/tamtam/v1/users`, and those that calls name by `userId`.",
      "There are no avatars, so `includeAvatars` changes nothing.",
      "`conferencingProviders` is null.",
    ],
  }),
  users.served("listMultipleUsers", "POST /v2/users/extensive", "api:users:read", {
    body: "json",
    request: listMultipleUsersRequest,
  }),
  users.served("getUser", "GET /v2/users/{id}", "api:users:read", { request: getUserRequest }),
  users.served("getUserHistory", "GET /v2/users/{id}/settings-history", "api:users:read", {
    request: getUserHistoryRequest,
  }),
];
