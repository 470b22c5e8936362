import { z } from "zod";
import type { CallBasicData } from "../call-basic-data.ts";
import { idText, queryDateTime, type Records } from "../wire-types.ts";

/**
 * The query of `GET /v2/calls`. Gong: its document has both times as required; the live server does without.
 * The times are compared with the scheduled start of a conference, and with the start of every other call.
 */
export const listCallsRequest = z.object({
  fromDateTime: queryDateTime.optional(),
  toDateTime: queryDateTime.optional(),
  workspaceId: idText.optional(),
  cursor: z.string().optional(),
});
export type ListCallsRequest = z.infer<typeof listCallsRequest>;

export interface ListCallsResponse {
  readonly records: Records;
  readonly calls: readonly CallBasicData[];
}
