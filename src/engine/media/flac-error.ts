/** Not a FLAC frame, or a damaged one. */
export class FlacFrameError extends Error {}
