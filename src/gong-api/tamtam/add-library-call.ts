import { z } from "zod";
import type { LibraryCall } from "../schemas/get-calls-in-specific-folder.ts";
import { idText } from "../wire-types.ts";

/** The body of `POST /tamtam/v1/library/folders/{folderId}/calls`, in the words of Gong's folder content. */
export const addLibraryCallRequest = z.strictObject({
  folderId: idText,
  callId: idText,
  note: z.string().min(1).optional(),
  addedBy: idText.optional(),
  /** Whole seconds from the start of the call; without one, the whole call. */
  snippet: z
    .strictObject({ fromSec: z.int().min(0), toSec: z.int() })
    .refine(({ fromSec, toSec }) => toSec > fromSec, { error: "toSec must be after fromSec" })
    .optional(),
});
export type AddLibraryCallRequest = z.infer<typeof addLibraryCallRequest>;

export interface LibraryCallResponse {
  readonly call: LibraryCall;
}
