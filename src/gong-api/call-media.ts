import type { UserId } from "../calls/ids.ts";

/** Bytes that are read as they are asked for; `destroy` closes what they come from. */
export interface MediaBytes extends AsyncIterable<Uint8Array> {
  destroy(): unknown;
}

/** A call's recording as a file that a player can seek in. */
export interface CallMediaReading {
  /** `undefined` also where this user may not see the call. */
  describe(
    callId: string,
    visibleTo?: UserId,
  ): Promise<{ readonly sizeBytes: number; readonly contentType: string } | undefined>;
  /** `end` is inclusive. */
  read(callId: string, range?: { readonly start: number; readonly end: number }): Promise<MediaBytes>;
}
