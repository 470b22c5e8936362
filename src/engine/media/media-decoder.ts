import type { AudioInfo } from "../../calls/call.ts";

export interface DecodedMedia {
  readonly audio: AudioInfo;
  readonly hasVideo: boolean;
  /** From the bytes, not from what a server claimed: `audio/mpeg`, `video/mp4`. */
  readonly contentType: string;
  /** What a reader should know: "the file says 4 min 5 s, only the first 3 min 16 s could be read". */
  readonly warnings: readonly string[];
}

export interface DecodeOptions {
  /** Longer recordings are refused: a bomb is cheap to send. */
  readonly maxDurationMs: number;
  readonly signal: AbortSignal;
  /** Decoded time so far and the length the file claims, where it claims one. */
  readonly onProgress?: (doneMs: number, declaredMs: number | undefined) => void;
}

/** Turns a recording in any accepted format into samples on disk. */
export interface MediaDecoder {
  /** For `tamtam doctor` and provenance: `ffmpeg 5.1.9`, `audio-decode 3.12.0`. */
  readonly name: string;
  /**
   * Reads the media file at `mediaPath` and writes its sound to `samplesPath`: signed 16-bit little-endian at 16 kHz, one or two
   * channels interleaved, no header. Memory does not grow with the length.
   * @throws StageError `media-unreadable`, `media-no-audio`, `media-too-long`, `media-format`, `disk-full` (transient).
   */
  decode(mediaPath: string, samplesPath: string, options: DecodeOptions): Promise<DecodedMedia>;
}
