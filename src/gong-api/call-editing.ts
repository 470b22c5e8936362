import type { EditCallRequest } from "./tamtam/edit-call.ts";

/** Gong's API has no way to edit a call. */
export interface CallEditing {
  /**
   * What is not named stays. @returns the stage that is done again because of it, if any
   * @throws InvalidInputError, NotFoundError
   */
  editCall(request: EditCallRequest): Promise<{ readonly stage: string | undefined }>;
}
