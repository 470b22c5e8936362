import type { GongApi } from "../../../gong-api/gong-api.ts";
import { readUserPage, type UserPageParts } from "./user-pages.ts";

export function listMultipleUsers(parts: UserPageParts): GongApi["listMultipleUsers"] {
  return ({ cursor, filter }) => readUserPage(parts, { operationId: "listMultipleUsers", filter, cursor });
}
