import type { Call } from "../call.ts";
import { addressesOf, type CrmAddress, domainOf } from "./crm-addresses.ts";
import type { CrmContext, CrmContextField } from "./crm-context.ts";
import { contextTypeOf, type CrmFields, type CrmObjectType, crmTypesNamed, textField } from "./crm-object.ts";
import type { Party } from "../party.ts";
import { parseZonedTime } from "../time.ts";

/** An object as it is now. */
export interface KnownCrmObject {
  readonly key: number;
  readonly type: CrmObjectType;
  readonly objectId: string;
  readonly modifiedMs: number;
  readonly fields: CrmFields;
}

/** A link that somebody set: of the call, or of one of its parties. */
export interface HandLink {
  readonly type: CrmObjectType;
  readonly objectId: string;
  readonly partyId?: string | undefined;
}

export type LinkOrigin = "hand" | "upload" | "match";

/** What a call or a party is linked to, and how that is known. */
export interface CrmLink {
  readonly system: string;
  /** As a call's context says it. */
  readonly objectType: string;
  readonly objectId: string;
  readonly origin: LinkOrigin;
  /** Where the CRM has sent it. */
  readonly object?: KnownCrmObject | undefined;
  /** As given at upload. */
  readonly given: readonly CrmContextField[];
}

/** What is known of a CRM, as far as some calls need it. */
export interface CrmLookup {
  known(type: CrmObjectType, objectId: string): KnownCrmObject | undefined;
  /** Of several, the one that was modified last. */
  byAddress(address: CrmAddress, types: readonly CrmObjectType[]): KnownCrmObject | undefined;
  dealsOf(accountId: string): readonly KnownCrmObject[];
  /** The fields as they were; `undefined` where nothing of that time is known. */
  fieldsAt(object: KnownCrmObject, ms: number): CrmFields | undefined;
}

/** The system of what the CRM's own upload says. */
export const GENERIC_SYSTEM = "Generic";

/** Set by hand, else given at upload, else told by the address: an employee's is a user's, anybody else's a contact's or else a lead's. */
export function linksOfParty(party: Party, byHand: readonly HandLink[], look: CrmLookup): readonly CrmLink[] {
  const set = byHand.filter(({ partyId }) => partyId === party.id).map((link) => handLink(link, look));
  if (set.length > 0) return set;
  const given = givenLinks(party.context, look);
  if (given.length > 0) return given;
  const addresses = addressesOf(party.emailAddress, party.phoneNumber);
  const wanted: readonly CrmObjectType[] = party.affiliation === "Internal" ? ["BUSINESS_USER"] : ["CONTACT", "LEAD"];
  for (const type of wanted) {
    for (const address of addresses) {
      const object = look.byAddress(address, [type]);
      if (object) return [matched(object)];
    }
  }
  return [];
}

/** The call's account: set by hand, given, its deal's, or that of most of the parties; and what was set or given beside it. */
export function linksOfCall(
  call: Pick<Call, "context" | "parties">,
  byHand: readonly HandLink[],
  ofParty: (party: Party) => readonly CrmLink[],
  look: CrmLookup,
): readonly CrmLink[] {
  const set = byHand.filter(({ partyId }) => partyId === undefined).map((link) => handLink(link, look));
  const settled = new Set(set.map(({ objectType }) => objectType));
  const links = [...set, ...givenLinks(call.context, look).filter(({ objectType }) => !settled.has(objectType))];
  if (links.some(({ objectType }) => objectType === "Account")) return links;
  const account = dealsAccount(links, look) ?? partiesAccount(call.parties, ofParty, look);
  return account ? [...links, matched(account)] : links;
}

/** The deal of the call's account that was open when the call was, the youngest of them; none where the call has one already. */
export function matchedDeal(links: readonly CrmLink[], callMs: number, look: CrmLookup): CrmLink | undefined {
  if (links.some(({ objectType }) => objectType === "Opportunity")) return undefined;
  const account = links.find(({ objectType }) => objectType === "Account");
  if (!account) return undefined;
  const open = look.dealsOf(account.objectId).filter((deal) => wasOpen(deal, callMs, look));
  const [youngest] = open.toSorted((a, b) => (createdMs(b) ?? 0) - (createdMs(a) ?? 0) || b.key - a.key);
  return youngest && matched(youngest);
}

/** Where nothing of that time is known, the deal's own dates tell. */
function wasOpen(deal: KnownCrmObject, callMs: number, look: CrmLookup): boolean {
  const madeMs = createdMs(deal);
  if (madeMs !== undefined && madeMs > callMs) return false;
  const then = look.fieldsAt(deal, callMs);
  if (then) return then["status"] === "OPEN";
  const callDay = new Date(callMs).toISOString().slice(0, 10);
  return madeMs !== undefined && (textField(deal.fields, "closeDate") ?? "") >= callDay;
}

function createdMs({ fields }: KnownCrmObject): number | undefined {
  return parseZonedTime(textField(fields, "createdDate") ?? "")?.epochMs;
}

function dealsAccount(links: readonly CrmLink[], look: CrmLookup): KnownCrmObject | undefined {
  for (const { object } of links) {
    const accountId = object?.type === "DEAL" ? accountIdOf(object.type, object.fields) : undefined;
    const account = accountId === undefined ? undefined : look.known("ACCOUNT", accountId);
    if (account) return account;
  }
  return undefined;
}

/** Where no contact tells an account, the domain of an e-mail address may. */
function partiesAccount(
  parties: readonly Party[],
  ofParty: (party: Party) => readonly CrmLink[],
  look: CrmLookup,
): KnownCrmObject | undefined {
  const strangers = parties.filter(({ affiliation }) => affiliation !== "Internal");
  const byContact = strangers.flatMap((party) =>
    ofParty(party).flatMap(({ object }) => {
      const accountId = object && accountIdOf(object.type, object.fields);
      return accountId === undefined ? [] : (look.known("ACCOUNT", accountId) ?? []);
    }),
  );
  const byDomain = strangers.flatMap(({ emailAddress }) => {
    if (emailAddress === undefined) return [];
    return look.byAddress({ kind: "domain", value: domainOf(emailAddress), isOwn: true }, ["ACCOUNT"]) ?? [];
  });
  return mostFrequent(byContact) ?? mostFrequent(byDomain);
}

/** The first of those that are there most often. */
function mostFrequent(objects: readonly KnownCrmObject[]): KnownCrmObject | undefined {
  const groups = [...Map.groupBy(objects, ({ key }) => key).values()];
  return groups.toSorted((a, b) => b.length - a.length)[0]?.[0];
}

/** The account that an object belongs to. */
export function accountIdOf(type: CrmObjectType, fields: CrmFields): string | undefined {
  return textField(fields, type === "LEAD" ? "convertedToAccountId" : "accountId");
}

function matched(object: KnownCrmObject): CrmLink {
  const { type, objectId } = object;
  return { system: GENERIC_SYSTEM, objectType: contextTypeOf(type), objectId, origin: "match", object, given: [] };
}

function handLink({ type, objectId }: HandLink, look: CrmLookup): CrmLink {
  const object = look.known(type, objectId);
  return { system: GENERIC_SYSTEM, objectType: contextTypeOf(type), objectId, origin: "hand", object, given: [] };
}

function givenLinks(context: readonly CrmContext[], look: CrmLookup): readonly CrmLink[] {
  return context.flatMap(({ system, objects }) =>
    objects.map(({ objectType, objectId, fields }): CrmLink => {
      const types = crmTypesNamed(objectType);
      const object = types.map((type) => look.known(type, objectId)).find((known) => known !== undefined);
      return { system, objectType, objectId, origin: "upload", object, given: fields };
    }),
  );
}
