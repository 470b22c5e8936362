import type { DecodedMedia } from "./media-decoder.ts";

/** What a decoding worker is started with. */
export interface DecodeTask {
  readonly mediaPath: string;
  readonly samplesPath: string;
  readonly maxDurationMs: number;
}

/** What a decoding worker says. */
export type DecodeMessage =
  | { readonly type: "progress"; readonly doneMs: number; readonly declaredMs: number | undefined }
  | { readonly type: "decoded"; readonly media: DecodedMedia }
  | { readonly type: "failed"; readonly code: string; readonly message: string; readonly isTransient: boolean };
