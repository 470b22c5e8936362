import { z } from "zod";
import { idText } from "../wire-types.ts";

/** The query of `GET /v2/settings/briefs`. */
export const listBriefsRequest = z.object({ workspaceId: idText.optional() });
export type ListBriefsRequest = z.infer<typeof listBriefsRequest>;

/** Gong: its briefs are templates for questions to its paid AI, about accounts and deals. There are none where there is no such AI. */
export interface ListBriefsResponse {
  readonly briefs: readonly [];
}
