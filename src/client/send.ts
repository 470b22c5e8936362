/** One HTTP request, ready to go. */
export interface WireRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Gong: with GET and DELETE too. Bytes are read once, as they are sent. */
  readonly body?: string | AsyncIterable<Uint8Array> | undefined;
  /** How long the other side may be silent. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

export interface WireReply {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Unpacked where it was compressed. */
  readonly text: string;
}

/**
 * Sends a request and reads the whole answer, whatever its status; follows no redirect, which could carry credentials elsewhere.
 * @throws SendError when there is no answer; the signal's reason when it aborts
 */
export type Send = (request: WireRequest) => Promise<WireReply>;

/** No answer came. */
export class SendError extends Error {
  /** False where the request surely never reached the other side. */
  readonly mayHaveArrived: boolean;
  /** The other side said nothing for as long as it may. */
  readonly wasSilence: boolean;
  constructor(
    message: string,
    options: ErrorOptions & { readonly mayHaveArrived: boolean; readonly wasSilence?: boolean | undefined },
  ) {
    super(message, options);
    this.mayHaveArrived = options.mayHaveArrived;
    this.wasSilence = options.wasSilence ?? false;
  }
}

/** Waits; rejects with the signal's reason when it aborts. */
export type Sleep = (durationMs: number, signal: AbortSignal | undefined) => Promise<void>;
