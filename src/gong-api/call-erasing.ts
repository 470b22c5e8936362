/** Gong's API has no way to delete one call. */
export interface CallErasing {
  /**
   * The call with its recording, transcript and index entry. When it resolves they are off the disk.
   * @throws NotFoundError
   */
  deleteCall(callId: string): Promise<void>;
}
