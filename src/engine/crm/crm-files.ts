/** Files of objects, from their arrival until they were worked off. */
export interface CrmFiles {
  /**
   * Writes the bytes as they come; the file is on the disk when it resolves, or not there at all when it rejects.
   * @throws RangeError beyond `maxBytes`; StageError `disk-full`
   */
  keep(fileId: string, bytes: AsyncIterable<Uint8Array>, maxBytes: number): Promise<void>;
  /** The bytes from `start` on. @throws NotFoundError */
  read(fileId: string, start: number): Promise<AsyncIterable<Uint8Array>>;
  /** Nothing to do where there is none. */
  remove(fileId: string): Promise<void>;
  /** Also those that are arriving, and those whose arrival was cut short. */
  list(): Promise<readonly { readonly fileId: string; readonly modifiedMs: number }[]>;
}
