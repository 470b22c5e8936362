import { z } from "zod";
import { idText } from "../wire-types.ts";

const querySeconds = z
  .string()
  .regex(/^\d{1,9}$/, { error: "must be whole seconds" })
  .transform(Number);

/** `DELETE /tamtam/v1/library/folders/{folderId}/calls/{callId}`: the snippet named in the query, else all of the call. */
export const removeLibraryCallRequest = z
  .strictObject({
    folderId: idText,
    callId: idText,
    fromSec: querySeconds.optional(),
    toSec: querySeconds.optional(),
  })
  .refine(({ fromSec, toSec }) => (fromSec === undefined) === (toSec === undefined), {
    path: ["toSec"],
    error: "goes with fromSec: give both or neither",
  });
export type RemoveLibraryCallRequest = z.infer<typeof removeLibraryCallRequest>;
