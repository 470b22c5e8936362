import type { z } from "zod";
import type { Method, RequestParts } from "../operation.ts";
import { changeUserRequest } from "./change-user.ts";
import { changeWorkspaceRequest } from "./change-workspace.ts";
import { createUserRequest } from "./create-user.ts";
import { createWorkspaceRequest } from "./create-workspace.ts";
import { deleteCallRequest } from "./delete-call.ts";
import { setPermissionProfileUsersRequest } from "./set-permission-profile-users.ts";
import type { TamtamApi } from "./tamtam-api.ts";

/** An operation of Tamtam's own: for keys that may do everything for the company. */
export interface TamtamOperation {
  readonly id: keyof TamtamApi;
  readonly method: Method;
  /** With parameters in braces. */
  readonly path: string;
  /** A body is always JSON. */
  readonly parts: Pick<RequestParts, "query" | "body" | "status">;
  readonly request: z.ZodType;
}

function row(
  id: keyof TamtamApi,
  route: `${Method} /tamtam/v1/${string}`,
  given: TamtamOperation["parts"] & Pick<TamtamOperation, "request">,
): TamtamOperation {
  const [method, path] = route.split(" ") as [Method, string]; // the type of a route says so
  const { request, ...parts } = given;
  return { id, method, path, parts, request };
}

/** What Gong's API lacks: one row for each operation, as in Gong's own table. */
export const tamtamOperations: readonly TamtamOperation[] = [
  row("deleteCall", "DELETE /tamtam/v1/calls/{id}", { request: deleteCallRequest }),
  row("createUser", "POST /tamtam/v1/users", { body: "json", status: 201, request: createUserRequest }),
  row("changeUser", "PATCH /tamtam/v1/users/{id}", { body: "json", request: changeUserRequest }),
  row("createWorkspace", "POST /tamtam/v1/workspaces", { body: "json", status: 201, request: createWorkspaceRequest }),
  row("changeWorkspace", "PATCH /tamtam/v1/workspaces/{id}", { body: "json", request: changeWorkspaceRequest }),
  row("setPermissionProfileUsers", "PUT /tamtam/v1/permission-profiles/{profileId}/users", {
    body: "json",
    request: setPermissionProfileUsersRequest,
  }),
];
