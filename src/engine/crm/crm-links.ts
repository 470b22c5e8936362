import type { HandLink } from "../../calls/crm/crm-association.ts";
import type { CallId } from "../../calls/ids.ts";
import type { Transaction } from "../database/transaction.ts";

/** Links between calls and objects of a CRM that somebody set by hand. They go with the call, the object and the integration. */
export interface CrmLinks {
  of(integrationKey: number, callIds: readonly CallId[]): Promise<ReadonlyMap<CallId, readonly HandLink[]>>;
  /** From now on exactly these. */
  set(callId: CallId, integrationKey: number, links: readonly HandLink[], transaction: Transaction): Promise<void>;
}
