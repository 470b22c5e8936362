/** Gong: 3 requests a second and 10,000 a day for a company. No bound where nothing is said. */
export interface RequestLimits {
  readonly perSecond?: number | undefined;
  readonly perDay?: number | undefined;
}

export const gongLimits: RequestLimits = { perSecond: 3, perDay: 10_000 };

/** When a request may go, or until when none may. Milliseconds since 1970. */
export type Reservation =
  | { readonly startMs: number }
  | { readonly refusedUntilMs: number; readonly why: "day" | "told" };

/**
 * The requests that all processes of this machine spend on a company, counted before they are sent, so that what a process was doing
 * when it died is counted too. Whoever asks first goes first.
 */
export interface RequestLedger {
  /** Takes the next free place. A refusal costs nothing. */
  reserve(company: string, limits: RequestLimits): Promise<Reservation>;
  /** The company's server asked for a pause: nobody's requests go before. */
  block(company: string, untilMs: number): Promise<void>;
  /** Requests of the last 24 hours. */
  countDay(company: string): Promise<number>;
}
