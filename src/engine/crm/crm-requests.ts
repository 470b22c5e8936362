import type { CrmObjectType } from "../../calls/crm/crm-object.ts";
import type { Transaction } from "../database/transaction.ts";

export type CrmRequestStatus = "PENDING" | "IN_PROGRESS" | "DONE" | "FAILED";

export interface CrmLineError {
  /** From 1; 0 for the file as a whole. */
  readonly line: number;
  readonly description: string;
}

/** How far a request is. */
export interface CrmProgress {
  readonly doneBytes: number;
  readonly doneLines: number;
  readonly successCount: number;
  readonly errorCount: number;
  /** The first ones. */
  readonly errors: readonly CrmLineError[];
}

/** What is to be done in the background: a file of objects, or the deletion of an integration. */
export type CrmWork =
  | { readonly kind: "upload"; readonly objectType: CrmObjectType; readonly fileId: string }
  | { readonly kind: "delete-integration" };

export interface CrmRequest extends CrmProgress {
  readonly key: number;
  readonly integrationId: string;
  /** The caller's own. */
  readonly clientRequestId: string;
  readonly work: CrmWork;
  readonly createdMs: number;
  readonly status: CrmRequestStatus;
}

/** Requests in the order they came, worked on one after the other. Whoever does leases one; when they die it is somebody else's, from the last batch on. */
export interface CrmRequests {
  get(integrationId: string, clientRequestId: string): Promise<CrmRequest | undefined>;
  /** `false` when this client request id was used before. */
  add(
    request: Pick<CrmRequest, "integrationId" | "clientRequestId" | "work" | "createdMs">,
    transaction: Transaction,
  ): Promise<boolean>;
  /** Leases the oldest request that is not over, unless somebody works on it. */
  claim(workerId: string, untilMs: number, nowMs: number, transaction: Transaction): Promise<CrmRequest | undefined>;
  /** Whether there is something to claim. */
  hasDue(nowMs: number): Promise<boolean>;
  /** Notes how far it is and keeps the lease. `false` when the lease was lost: nothing may be committed then. */
  advance(
    key: number,
    workerId: string,
    progress: CrmProgress & { readonly status: CrmRequestStatus; readonly untilMs: number },
    transaction: Transaction,
  ): Promise<boolean>;
  /** Gives the lease back, so that another can go on at once. */
  release(key: number, workerId: string, transaction: Transaction): Promise<void>;
  /** Every file that belongs to a request, and whether the request is over. */
  files(): Promise<readonly { readonly fileId: string; readonly isOver: boolean }[]>;
  /** These files are gone. */
  forgetFiles(fileIds: readonly string[], transaction: Transaction): Promise<void>;
}
