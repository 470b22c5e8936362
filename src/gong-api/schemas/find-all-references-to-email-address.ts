import { z } from "zod";
import type { References } from "../references.ts";
import { emailAddress } from "../wire-types.ts";

/** The query of `GET /v2/data-privacy/data-for-email-address` */
export const findAllReferencesToEmailAddressRequest = z.object({ emailAddress });
export type FindAllReferencesToEmailAddressRequest = z.infer<typeof findAllReferencesToEmailAddressRequest>;

export interface FindAllReferencesToEmailAddressResponse extends References {
  readonly customerEngagement: readonly [];
}
