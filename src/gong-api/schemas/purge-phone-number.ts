import { z } from "zod";
import { queryPhoneNumber } from "../wire-types.ts";

/** The query of `POST /v2/data-privacy/erase-data-for-phone-number` */
export const purgePhoneNumberRequest = z.object({ phoneNumber: queryPhoneNumber });
export type PurgePhoneNumberRequest = z.infer<typeof purgePhoneNumberRequest>;
