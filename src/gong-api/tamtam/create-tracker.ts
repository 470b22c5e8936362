import { z } from "zod";
import { idText } from "../wire-types.ts";
import { trackerFields, trackerName } from "./tracker-fields.ts";

/** The body of `POST /tamtam/v1/trackers`. Without an id, one is made; without a workspace, it is the built-in one. */
export const createTrackerRequest = z.strictObject({
  ...trackerFields,
  id: idText.optional(),
  workspaceId: idText.optional(),
  trackerName,
  creatorUserId: idText.optional(),
});
export type CreateTrackerRequest = z.infer<typeof createTrackerRequest>;
