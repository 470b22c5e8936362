/** What goes wrong between an API and its client. */
export type WireFault =
  | { readonly kind: "rate-limit"; readonly limit: "second" | "day"; readonly retryAfterSeconds: number }
  /** 500 is the API's own; the others are a gateway's, and after 502 and 504 what was asked for was done. */
  | { readonly kind: "server-error"; readonly status: 500 | 502 | 503 | 504 }
  /** The connection ends in the middle of the answer. */
  | { readonly kind: "cut" };

export interface WireTrouble {
  /** How long the answer is waited for. */
  readonly delayMs: number;
  readonly fault?: WireFault | undefined;
}

/** Says of each request, as it comes, what goes wrong with it. */
export interface WireTroubles {
  next(): WireTrouble;
}
