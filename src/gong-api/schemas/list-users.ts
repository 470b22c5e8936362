import { z } from "zod";
import type { UserMetadata } from "../user-metadata.ts";
import type { Records } from "../wire-types.ts";

/** The query of `GET /v2/users`. `includeAvatars` is not read: Gong's avatars stand for Gong's own staff. */
export const listUsersRequest = z.object({ cursor: z.string().optional() });
export type ListUsersRequest = z.infer<typeof listUsersRequest>;

export interface ListUsersResponse {
  readonly records: Records;
  readonly users: readonly UserMetadata[];
}
