import { z } from "zod";
import type { References } from "../references.ts";
import { queryPhoneNumber } from "../wire-types.ts";

/** The query of `GET /v2/data-privacy/data-for-phone-number` */
export const findAllReferencesToPhoneNumberRequest = z.object({ phoneNumber: queryPhoneNumber });
export type FindAllReferencesToPhoneNumberRequest = z.infer<typeof findAllReferencesToPhoneNumberRequest>;

export interface FindAllReferencesToPhoneNumberResponse extends References {
  readonly suppliedPhoneNumber: string;
  /** As the calls have them. */
  readonly matchingPhoneNumbers: readonly string[];
  /** Of the people with that number. */
  readonly emailAddresses: readonly string[];
}
