import type { GongApi } from "../../../gong-api/gong-api.ts";
import { readUserPage, type UserPageParts } from "./user-pages.ts";

export function listUsers(parts: UserPageParts): GongApi["listUsers"] {
  return ({ cursor }) => readUserPage(parts, { operationId: "listUsers", filter: {}, cursor });
}
