import { z } from "zod";
import { idText } from "../wire-types.ts";
import { trackerFields, trackerName } from "./tracker-fields.ts";

/** `PATCH /tamtam/v1/trackers/{id}`: what the body does not name stays. */
export const changeTrackerRequest = z.strictObject({
  ...trackerFields,
  id: idText,
  trackerName: trackerName.optional(),
  updaterUserId: idText.optional(),
});
export type ChangeTrackerRequest = z.infer<typeof changeTrackerRequest>;
