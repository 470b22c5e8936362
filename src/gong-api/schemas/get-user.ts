import { z } from "zod";
import type { UserMetadata } from "../user-metadata.ts";
import { idText } from "../wire-types.ts";

/** `GET /v2/users/{id}` */
export const getUserRequest = z.object({ id: idText });
export type GetUserRequest = z.infer<typeof getUserRequest>;

export interface GetUserResponse {
  readonly user: UserMetadata;
}
