import { z } from "zod";
import type { UserSetting } from "../../calls/user-account.ts";
import { idText } from "../wire-types.ts";

/** `GET /v2/users/{id}/settings-history` */
export const getUserHistoryRequest = z.object({ id: idText });
export type GetUserHistoryRequest = z.infer<typeof getUserHistoryRequest>;

export interface GetUserHistoryResponse {
  readonly userSettingsHistory: readonly {
    readonly setting: UserSetting;
    readonly value: boolean;
    readonly time: string;
  }[];
}
