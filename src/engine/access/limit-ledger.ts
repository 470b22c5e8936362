import type { Admission } from "../../gong-api/principal.ts";

/** How many requests the company may make; no bound where nothing is said. */
export interface CompanyLimits {
  readonly perSecond?: number | undefined;
  readonly perDay?: number | undefined;
}

/** Counts the company's requests, for all processes on the same data and through restarts. */
export interface LimitLedger extends AsyncDisposable {
  /** Counts one request where it may be answered now; one that may not costs nothing. */
  admit(limits: CompanyLimits): Promise<Admission>;
}
