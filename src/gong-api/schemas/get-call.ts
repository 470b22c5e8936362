import { z } from "zod";
import type { CallBasicData } from "../call-basic-data.ts";
import { idText } from "../wire-types.ts";

/** `GET /v2/calls/{id}` */
export const getCallRequest = z.object({ id: idText });
export type GetCallRequest = z.infer<typeof getCallRequest>;

export interface GetCallResponse {
  readonly call: CallBasicData;
}
