import { RequestError } from "./request-error.ts";
import type { AccessServices } from "./access-key.ts";

/** Counts a request against the company's limits, where there are any. @throws RequestError when they are reached */
export async function keepCompanyLimits({ access }: AccessServices): Promise<void> {
  const admission = await access.admit();
  if (admission.isAdmitted) return;
  const { limit, retryAfterSeconds } = admission;
  throw new RequestError(
    "company-limit",
    `The company's limit of API calls per ${limit} is reached. Try again in ${retryAfterSeconds} s.`,
    { headers: { "Retry-After": String(retryAfterSeconds) } },
  );
}
