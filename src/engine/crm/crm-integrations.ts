import type { CrmField, DescribedCrmType } from "../../calls/crm/crm-object.ts";
import type { Transaction } from "../database/transaction.ts";

/** A CRM that sends its objects. */
export interface CrmIntegration {
  /** Short, for the records' own use. */
  readonly key: number;
  /** Up to 19 digits. */
  readonly id: string;
  readonly name: string;
  /** Until the person was erased. */
  readonly ownerEmail: string | undefined;
}

export interface CrmIntegrations {
  /** The one that is in use. Gong: one at a time. */
  active(transaction?: Transaction): Promise<CrmIntegration | undefined>;
  /** `false` when there is an active one already. */
  add(integration: Omit<CrmIntegration, "key">, createdMs: number, transaction: Transaction): Promise<boolean>;
  /** Takes it out of use; its objects are still there. `false` when it is not the active one. */
  retire(id: string, transaction: Transaction): Promise<boolean>;
  /** Removes up to `maxObjects` objects of one that is out of use, and with the last of them the integration, its fields and links. */
  removeSome(
    id: string,
    maxObjects: number,
    transaction: Transaction,
  ): Promise<{ removedCount: number; isGone: boolean }>;
  /** Takes the address off integrations that somebody owns. @returns how many there were */
  forgetOwner(isOwner: (ownerEmail: string) => boolean, transaction: Transaction): Promise<number>;
  /** The CRM's own fields, in the order in which they were described. */
  fields(
    integrationKey: number,
    transaction?: Transaction,
  ): Promise<ReadonlyMap<DescribedCrmType, readonly CrmField[]>>;
  /** From now on these are the fields. Values of fields that are no longer there, or of another type, leave all objects. */
  setFields(
    integrationKey: number,
    type: DescribedCrmType,
    fields: readonly CrmField[],
    transaction: Transaction,
  ): Promise<void>;
}
