import { z } from "zod";
import { idText } from "../wire-types.ts";

/** `DELETE /tamtam/v1/calls/{id}` */
export const deleteCallRequest = z.strictObject({ id: idText });
export type DeleteCallRequest = z.infer<typeof deleteCallRequest>;
