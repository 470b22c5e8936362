import type { AddCallRequest, AddCallResponse } from "./schemas/add-call.ts";

/** Gong's operations, by Gong's names. The embedded engine answers them in the process. */
export interface GongApi {
  /**
   * `POST /v2/calls`. The same `clientUniqueId` again answers with the first call's id, whatever else the request says.
   * @throws InvalidInputError naming the field as in the request.
   */
  addCall(request: AddCallRequest): Promise<AddCallResponse>;
}
