import { z } from "zod";
import { emailAddress } from "../wire-types.ts";

/** The query of `POST /v2/data-privacy/erase-data-for-email-address` */
export const purgeEmailAddressRequest = z.object({ emailAddress });
export type PurgeEmailAddressRequest = z.infer<typeof purgeEmailAddressRequest>;
