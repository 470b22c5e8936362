import type { CallId, WebhookDeliveryId, WebhookRuleId } from "../../calls/ids.ts";
import type { ClaimedDelivery, DeliveryState, WebhookAttempt, WebhookDelivery } from "./webhook-deliveries.ts";

export interface DeliveryRow {
  readonly id: WebhookDeliveryId;
  readonly rule_id: WebhookRuleId;
  readonly call_id: CallId;
  readonly is_test: number;
  readonly state: DeliveryState;
  readonly created_ms: number;
  readonly due_ms: number | null;
  readonly try_count: number;
  readonly attempt_count: number;
}

export interface AttemptRow {
  readonly number: number;
  readonly started_ms: number;
  readonly duration_ms: number;
  readonly status: number | null;
  readonly failure: string | null;
  readonly answer: string | null;
}

export function toDelivery(row: DeliveryRow, attempts: readonly AttemptRow[]): WebhookDelivery {
  return {
    id: row.id,
    ruleId: row.rule_id,
    callId: row.call_id,
    isTest: row.is_test === 1,
    state: row.state,
    createdMs: row.created_ms,
    ...(row.due_ms !== null && { dueMs: row.due_ms }),
    attempts: attempts.map(toAttempt),
  };
}

function toAttempt(row: AttemptRow): WebhookAttempt {
  return {
    number: row.number,
    startedMs: row.started_ms,
    durationMs: row.duration_ms,
    ...(row.status !== null && { status: row.status }),
    ...(row.failure !== null && { failure: row.failure }),
    ...(row.answer !== null && { answer: row.answer }),
  };
}

export function toClaimed(row: DeliveryRow, senderId: string): ClaimedDelivery {
  return {
    id: row.id,
    ruleId: row.rule_id,
    callId: row.call_id,
    isTest: row.is_test === 1,
    senderId,
    tryNumber: row.try_count,
    attemptNumber: row.attempt_count,
  };
}
