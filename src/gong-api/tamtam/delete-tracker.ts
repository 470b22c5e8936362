import { z } from "zod";
import { idText } from "../wire-types.ts";

/** `DELETE /tamtam/v1/trackers/{id}` */
export const deleteTrackerRequest = z.strictObject({ id: idText });
export type DeleteTrackerRequest = z.infer<typeof deleteTrackerRequest>;
