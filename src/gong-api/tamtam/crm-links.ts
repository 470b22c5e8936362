import { z } from "zod";
import { idText, oneOf } from "../wire-types.ts";

/** Of the call are accounts and opportunities, of a party contacts and leads. */
const linkedTypes = ["Account", "Opportunity", "Contact", "Lead"] as const;

const link = z
  .strictObject({
    objectType: oneOf(linkedTypes),
    objectId: z.string().min(1),
    /** Of the party whose contact or lead it is. */
    partyId: idText.optional(),
  })
  .refine(({ objectType, partyId }) => isOfParty(objectType) === (partyId !== undefined), {
    path: ["partyId"],
    error: "must be given with a Contact or a Lead, and with nothing else",
    params: { isWholeSentence: true },
  });

/** A link that is there twice is one. */
function distinct<Link extends object>(links: readonly Link[]): readonly Link[] {
  return [...new Map(links.map((each) => [JSON.stringify(Object.entries(each).toSorted()), each])).values()];
}

function isOfParty(objectType: string): boolean {
  return objectType === "Contact" || objectType === "Lead";
}

/** `GET /tamtam/v1/calls/{id}/crm-links` */
export const listCrmLinksRequest = z.strictObject({ id: idText });
export type ListCrmLinksRequest = z.infer<typeof listCrmLinksRequest>;

/** `PUT /tamtam/v1/calls/{id}/crm-links` */
export const setCrmLinksRequest = z.strictObject({ id: idText, links: z.array(link).max(100).transform(distinct) });
export type SetCrmLinksRequest = z.infer<typeof setCrmLinksRequest>;

/** `DELETE /tamtam/v1/calls/{id}/crm-links` */
export const removeCrmLinksRequest = z.strictObject({ id: idText });
export type RemoveCrmLinksRequest = z.infer<typeof removeCrmLinksRequest>;

export interface CrmLinksResponse {
  /** All that the call and its parties are linked to. */
  readonly links: readonly {
    readonly system: string;
    readonly objectType: string;
    readonly objectId: string;
    readonly partyId: string | null;
    /** How it is known: set by hand, given with the call, or told by an address of a party. */
    readonly origin: "hand" | "upload" | "match";
    /** Whether the CRM has sent the object. */
    readonly isKnown: boolean;
  }[];
}
