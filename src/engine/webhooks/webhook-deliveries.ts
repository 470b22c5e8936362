import type { CallId, WebhookDeliveryId, WebhookRuleId } from "../../calls/ids.ts";
import type { Transaction } from "../database/transaction.ts";

/** One try to send. */
export interface WebhookAttempt {
  readonly number: number;
  readonly startedMs: number;
  readonly durationMs: number;
  /** What the receiver answered; absent where it did not. */
  readonly status?: number | undefined;
  readonly failure?: string | undefined;
  /** The first characters of the answer. */
  readonly answer?: string | undefined;
}

export type DeliveryState = "waiting" | "delivered" | "failed";

export interface WebhookDelivery {
  /** The same for every try, so that a receiver can tell a repeat. */
  readonly id: WebhookDeliveryId;
  readonly ruleId: WebhookRuleId;
  readonly callId: CallId;
  readonly isTest: boolean;
  readonly state: DeliveryState;
  readonly createdMs: number;
  /** When it is sent (again), or, while it is being sent, when somebody else may take over. Only of one that waits. */
  readonly dueMs?: number | undefined;
  /** Oldest first. */
  readonly attempts: readonly WebhookAttempt[];
}

/** A delivery that one sender has for itself until its lease is over. */
export interface ClaimedDelivery extends Pick<WebhookDelivery, "id" | "ruleId" | "callId" | "isTest"> {
  readonly senderId: string;
  /** 1 on the first try since it was sent off, or sent off again. */
  readonly tryNumber: number;
  /** 1 on the first try of all. */
  readonly attemptNumber: number;
}

export interface DeliveryQuery {
  readonly ruleId?: WebhookRuleId | undefined;
  readonly callId?: CallId | undefined;
  readonly state?: DeliveryState | undefined;
  readonly pageSize: number;
  /** Only those made before this one. */
  readonly beforeId?: WebhookDeliveryId | undefined;
}

export interface DeliveryPage {
  /** Newest first. */
  readonly deliveries: readonly WebhookDelivery[];
  readonly hasMore: boolean;
}

/** Without a time it is due at once. */
export type NewDelivery = Pick<WebhookDelivery, "id" | "ruleId" | "callId" | "isTest" | "createdMs" | "dueMs">;

/** What is to be sent, and what was. A sender that dies keeps a delivery only until its lease is over. */
export interface WebhookDeliveries {
  /** Nothing where the rule or the call is gone. */
  add(delivery: NewDelivery, transaction: Transaction): Promise<void>;
  get(id: WebhookDeliveryId): Promise<WebhookDelivery | undefined>;
  page(query: DeliveryQuery): Promise<DeliveryPage>;
  /** Leases the delivery that is longest due, or gives `undefined`. */
  claim(senderId: string, leaseMs: number): Promise<ClaimedDelivery | undefined>;
  /** Writes down how a try went. @returns `false`, and nothing is written, where the lease was lost or the delivery is gone */
  settle(
    claimed: ClaimedDelivery,
    attempt: WebhookAttempt,
    next: { readonly state: "delivered" | "failed" } | { readonly state: "waiting"; readonly dueMs: number },
  ): Promise<boolean>;
  /** Takes it out: there is nothing left to send. */
  drop(claimed: ClaimedDelivery): Promise<void>;
  /** Due at once, with all tries before it again. @throws NotFoundError */
  resend(id: WebhookDeliveryId, transaction: Transaction): Promise<void>;
  /** Takes out those that are over and were made before. */
  removeBefore(createdMs: number): Promise<void>;
  /** Milliseconds until one is due, 0 when one is now, `undefined` when none waits. */
  nextDueInMs(): Promise<number | undefined>;
}
