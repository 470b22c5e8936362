import type { CrmField, CrmObjectType, TypedCrmRecord } from "../../calls/crm/crm-object.ts";
import type { HeldIntegration } from "../../calls/holdings.ts";
import type { Crm } from "../crm/crm.ts";
import type { Transaction } from "../database/transaction.ts";

export interface HeldCrmParts {
  readonly crm: Pick<Crm, "integrations" | "objects" | "links">;
  readonly clock: () => number;
}

/** The CRM that records and links are of, as it is known here. */
export interface KnownCrm {
  readonly key: number;
  readonly fields: ReadonlyMap<CrmObjectType, readonly CrmField[]>;
}

/** Registers the integration, unless this library has it. Gong: one is in use at a time. */
export async function importIntegration(
  { crm: { integrations }, clock }: HeldCrmParts,
  [held]: readonly HeldIntegration[],
  transaction: Transaction,
): Promise<{ readonly crm?: KnownCrm | undefined; readonly leftOut: readonly string[] }> {
  if (!held) return { leftOut: [] };
  const { id, name, ownerEmail } = held;
  const isNew = await integrations.add({ id, name, ownerEmail }, clock(), transaction);
  const active = await integrations.active(transaction);
  if (active?.id !== id) {
    const inUse = active ? `"${active.name}" (${active.id}) is in use here` : "it is being deleted here";
    return { leftOut: [`what the CRM "${name}" (${id}) has sent, and the links to it: ${inUse}`] };
  }
  if (isNew) {
    for (const { type, fields } of held.fields) await integrations.setFields(active.key, type, fields, transaction);
  }
  const fields = new Map<CrmObjectType, readonly CrmField[]>(await integrations.fields(active.key, transaction));
  return { crm: { key: active.key, fields }, leftOut: [] };
}

/** As the CRM had sent them: what is newer here stays. */
export async function importCrmRecords(
  { crm: { objects } }: HeldCrmParts,
  { key, fields }: KnownCrm,
  records: readonly TypedCrmRecord[],
  transaction: Transaction,
): Promise<void> {
  for (const { type, ...record } of records) {
    const options = { integrationKey: key, type, ownFields: fields.get(type) ?? [] };
    await objects.put([record], options, transaction);
  }
}
