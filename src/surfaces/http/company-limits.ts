import type { Admission } from "../../gong-api/principal.ts";
import { RequestError } from "./request-error.ts";
import type { AccessServices } from "./access-key.ts";

type Refused = Extract<Admission, { isAdmitted: false }>;

/** Counts a request against the company's limits, where there are any. @throws RequestError when they are reached */
export async function keepCompanyLimits({ access }: AccessServices): Promise<void> {
  const admission = await access.admit();
  if (admission.isAdmitted) return;
  throw limitReached(admission);
}

/** Gong: 429 in its envelope, with whole seconds. */
export function limitReached(refused: Omit<Refused, "isAdmitted">): RequestError {
  const { limit, retryAfterSeconds } = refused;
  return new RequestError(
    "company-limit",
    `The company's limit of API calls per ${limit} is reached. Try again in ${retryAfterSeconds} s.`,
    { headers: { "Retry-After": String(retryAfterSeconds) } },
  );
}
