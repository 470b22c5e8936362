import type { Call } from "../../../calls/call.ts";
import { addressesOf, type CrmAddress, domainOf } from "../../../calls/crm/crm-addresses.ts";
import {
  type CrmLink,
  type CrmLookup,
  type HandLink,
  type KnownCrmObject,
  linksOfCall,
  linksOfParty,
  matchedDeal,
  accountIdOf,
} from "../../../calls/crm/crm-association.ts";
import { type CrmFields, crmTypesNamed, textField } from "../../../calls/crm/crm-object.ts";
import type { CallId } from "../../../calls/ids.ts";
import type { Party } from "../../../calls/party.ts";
import type { Crm } from "../../crm/crm.ts";
import type { CrmObjectName } from "../../crm/crm-objects.ts";

export interface CrmLinkParts {
  readonly crm: Crm;
  /** Domains that many companies' addresses have: they tell no account. */
  readonly publicDomains: ReadonlySet<string>;
}

/** What one call and its parties are linked to. */
export interface CallLinks {
  readonly ofCall: readonly CrmLink[];
  readonly ofParty: ReadonlyMap<Party["id"], readonly CrmLink[]>;
}

/** What is known of the CRM, as far as these calls need it. */
export interface KnownCrm extends CrmLookup {
  readonly linksOf: (call: Call) => CallLinks;
}

/** One read of each kind for all the calls. */
export async function readCrmLinks(
  { crm, publicDomains }: CrmLinkParts,
  integrationKey: number,
  calls: readonly Call[],
): Promise<KnownCrm> {
  const memory = new CrmMemory();
  const [byHand, found] = await Promise.all([
    crm.links.of(
      integrationKey,
      calls.map(({ id }) => id),
    ),
    crm.objects.byAddress(integrationKey, addressesIn(calls, publicDomains)),
  ]);
  for (const { address, object } of found) memory.rememberAddress(address, object);
  const named = [...calls.flatMap((call) => namesIn(call, byHand.get(call.id) ?? [])), ...accountsOf(found)];
  memory.remember(await crm.objects.getMany(integrationKey, named));
  memory.remember(await crm.objects.getMany(integrationKey, accountsOf(memory.objects())));
  const links = new Map(calls.map((call) => [call.id, linksOf(call, byHand.get(call.id) ?? [], memory)]));
  const accountIds = [...links.values()].flatMap(({ ofCall }) => ofCall.flatMap(accountIn));
  memory.rememberDeals(await crm.objects.dealsOf(integrationKey, accountIds));
  await rememberPast(crm, memory, calls, links);
  memory.remember(await crm.objects.getMany(integrationKey, memory.stagesOfDeals()));
  return Object.assign(memory, { linksOf: (call: Call) => withDeal(call, links.get(call.id), memory) });
}

function addressesIn(calls: readonly Call[], publicDomains: ReadonlySet<string>): readonly CrmAddress[] {
  return calls.flatMap(({ parties }) =>
    parties.flatMap(({ emailAddress, phoneNumber, affiliation }) => {
      const domain = emailAddress === undefined || affiliation === "Internal" ? undefined : domainOf(emailAddress);
      const isTelling = domain !== undefined && !publicDomains.has(domain);
      return [
        ...addressesOf(emailAddress, phoneNumber),
        ...(isTelling ? [{ kind: "domain" as const, value: domain, isOwn: true }] : []),
      ];
    }),
  );
}

function namesIn({ context, parties }: Call, byHand: readonly HandLink[]): readonly CrmObjectName[] {
  const given = [context, ...parties.map((party) => party.context)].flat().flatMap(({ objects }) => objects);
  return [
    ...byHand,
    ...given.flatMap(({ objectType, objectId }) => crmTypesNamed(objectType).map((type) => ({ type, objectId }))),
  ];
}

function accountsOf(found: Iterable<KnownCrmObject | { readonly object: KnownCrmObject }>): readonly CrmObjectName[] {
  return [...found].flatMap((each): CrmObjectName[] => {
    const { type, fields } = "object" in each ? each.object : each;
    const objectId = accountIdOf(type, fields);
    return objectId === undefined ? [] : [{ type: "ACCOUNT", objectId }];
  });
}

function linksOf(call: Call, byHand: readonly HandLink[], look: CrmLookup): CallLinks {
  const ofParty = new Map(call.parties.map((party) => [party.id, linksOfParty(party, byHand, look)]));
  return { ofCall: linksOfCall(call, byHand, (party) => ofParty.get(party.id) ?? [], look), ofParty };
}

function accountIn({ objectType, objectId }: CrmLink): string[] {
  return objectType === "Account" ? [objectId] : [];
}

function withDeal(call: Call, links: CallLinks | undefined, look: CrmLookup): CallLinks {
  const { ofCall, ofParty } = links ?? { ofCall: [], ofParty: new Map<Party["id"], CrmLink[]>() };
  const deal = matchedDeal(ofCall, call.actualStart.epochMs, look);
  return { ofCall: deal ? [...ofCall, deal] : ofCall, ofParty };
}

async function rememberPast(
  crm: CrmLinkParts["crm"],
  memory: CrmMemory,
  calls: readonly Call[],
  links: ReadonlyMap<CallId, CallLinks>,
): Promise<void> {
  const moments = calls.flatMap((call) => {
    const { ofCall = [], ofParty = new Map<Party["id"], readonly CrmLink[]>() } = links.get(call.id) ?? {};
    const linked = [ofCall, ...ofParty.values()].flat().flatMap(({ object }) => object ?? []);
    const deals = ofCall.flatMap(accountIn).flatMap((accountId) => memory.dealsOf(accountId));
    return [...new Set([...linked, ...deals])].map((object) => ({ object, ms: call.actualStart.epochMs }));
  });
  const fields = await crm.objects.fieldsAt(moments);
  for (const [index, { object, ms }] of moments.entries()) memory.rememberFields(object, ms, fields[index]);
}

/** Everything that was read, found again by name, address and moment. */
class CrmMemory implements CrmLookup {
  readonly #objects = new Map<string, KnownCrmObject>();
  readonly #byAddress = new Map<string, KnownCrmObject[]>();
  readonly #deals = new Map<string, KnownCrmObject[]>();
  readonly #fields = new Map<string, CrmFields>();

  remember(objects: Iterable<KnownCrmObject>): void {
    for (const object of objects) this.#objects.set(`${object.type} ${object.objectId}`, object);
  }

  rememberAddress({ kind, value }: CrmAddress, object: KnownCrmObject): void {
    this.remember([object]);
    const name = `${kind} ${value}`;
    this.#byAddress.set(name, [...(this.#byAddress.get(name) ?? []), object]);
  }

  rememberDeals(deals: readonly KnownCrmObject[]): void {
    this.remember(deals);
    for (const deal of deals) {
      const accountId = accountIdOf(deal.type, deal.fields) ?? "";
      this.#deals.set(accountId, [...(this.#deals.get(accountId) ?? []), deal]);
    }
  }

  rememberFields({ key }: KnownCrmObject, ms: number, fields: CrmFields | undefined): void {
    if (fields) this.#fields.set(`${key} ${ms}`, fields);
  }

  objects(): Iterable<KnownCrmObject> {
    return this.#objects.values();
  }

  /** Of deals as they are, and as they were. */
  stagesOfDeals(): readonly CrmObjectName[] {
    const all = [...[...this.#objects.values()].map(({ fields }) => fields), ...this.#fields.values()];
    const ids = new Set(all.flatMap((fields) => textField(fields, "stage") ?? []));
    return [...ids].map((objectId) => ({ type: "STAGE", objectId }));
  }

  known(type: KnownCrmObject["type"], objectId: string): KnownCrmObject | undefined {
    return this.#objects.get(`${type} ${objectId}`);
  }

  byAddress({ kind, value }: CrmAddress, types: readonly KnownCrmObject["type"][]): KnownCrmObject | undefined {
    const fitting = (this.#byAddress.get(`${kind} ${value}`) ?? []).filter(({ type }) => types.includes(type));
    return fitting.toSorted((a, b) => b.modifiedMs - a.modifiedMs || a.key - b.key)[0];
  }

  dealsOf(accountId: string): readonly KnownCrmObject[] {
    return this.#deals.get(accountId) ?? [];
  }

  fieldsAt({ key }: KnownCrmObject, ms: number): CrmFields | undefined {
    return this.#fields.get(`${key} ${ms}`);
  }
}
