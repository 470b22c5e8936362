import { z } from "zod";
import { idText } from "../wire-types.ts";

/** `PUT /v2/calls/{id}/media`: the path; the file travels beside it. */
export const addCallRecordingRequest = z.object({ id: idText });
export type AddCallRecordingRequest = z.infer<typeof addCallRecordingRequest> & {
  /** The recording, read once, as it comes. */
  readonly file: AsyncIterable<Uint8Array>;
};

export interface AddCallRecordingResponse {
  readonly callId: string;
  /** The call's page. */
  readonly url: string;
}
