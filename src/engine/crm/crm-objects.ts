import type { CrmAddress } from "../../calls/crm/crm-addresses.ts";
import type { KnownCrmObject } from "../../calls/crm/crm-association.ts";
import type { CrmField, CrmFields, CrmObjectType, CrmRecord, TypedCrmRecord } from "../../calls/crm/crm-object.ts";
import type { Person } from "../../calls/personal-data.ts";
import type { Transaction } from "../database/transaction.ts";

export interface CrmObjectName {
  readonly type: CrmObjectType;
  readonly objectId: string;
}

/** An object that holds somebody's address, now or in an earlier version. */
export interface PersonalCrmObject extends KnownCrmObject {
  readonly integrationId: string;
  /** Whether the object is about a person, and goes with them; of another, the address goes. */
  readonly isOfPerson: boolean;
}

export interface PutOptions {
  readonly integrationKey: number;
  readonly type: CrmObjectType;
  /** The CRM's own fields of this kind. */
  readonly ownFields: readonly CrmField[];
}

/** Objects as they are, and as they were. */
export interface CrmObjects {
  /**
   * The newest by its own word is what an object is; an older one is kept as what it was. Equally new, the later one counts. A deletion takes
   * all versions, and what is older than it does not bring the object back.
   */
  put(records: readonly CrmRecord[], options: PutOptions, transaction: Transaction): Promise<void>;
  getMany(integrationKey: number, names: readonly CrmObjectName[]): Promise<readonly KnownCrmObject[]>;
  /** The objects whose own address each is; deleted ones are nobody's. */
  byAddress(
    integrationKey: number,
    addresses: readonly CrmAddress[],
  ): Promise<readonly { readonly address: CrmAddress; readonly object: KnownCrmObject }[]>;
  dealsOf(integrationKey: number, accountIds: readonly string[]): Promise<readonly KnownCrmObject[]>;
  /** For each moment the fields of the newest version that is not younger, in the order asked; `undefined` where there is none. */
  fieldsAt(
    moments: readonly { readonly object: KnownCrmObject; readonly ms: number }[],
  ): Promise<readonly (CrmFields | undefined)[]>;
  /**
   * Every object of one integration in the order in which they came, of each its versions one after the other, oldest first: putting them again in
   * this order makes the same objects. Others get their turn between the batches.
   */
  scan(integrationKey: number): AsyncIterable<readonly TypedCrmRecord[]>;
  /** Of all integrations, those that are being deleted too. */
  ofPerson(person: Person): Promise<readonly PersonalCrmObject[]>;
  /** Takes objects about the person out with their versions and links, and the address out of all others. @returns how many objects changed */
  removePerson(person: Person, transaction: Transaction): Promise<number>;
}
