import type { CompanyTime } from "../../../gong-api/company-time.ts";
import type { WebhookDeliveryData } from "../../../gong-api/tamtam/list-webhook-deliveries.ts";
import type { Database } from "../../database/transaction.ts";
import type { WebhookDeliveries, WebhookDelivery } from "../../webhooks/webhook-deliveries.ts";

/** What the operations on webhook deliveries need. */
export interface WebhookDeliveryParts {
  readonly database: Database;
  readonly webhookDeliveries: WebhookDeliveries;
  readonly companyTime: CompanyTime;
}

export function presentDelivery(delivery: WebhookDelivery, { format }: CompanyTime): WebhookDeliveryData {
  const { id, ruleId, callId, isTest, state, createdMs, dueMs, attempts } = delivery;
  return {
    id,
    ruleId,
    callId,
    isTest,
    state,
    created: format(createdMs),
    due: dueMs === undefined ? null : format(dueMs),
    attempts: attempts.map(({ number, startedMs, durationMs, status, failure, answer }) => ({
      number,
      started: format(startedMs),
      durationMs,
      status: status ?? null,
      failure: failure ?? null,
      answer: answer ?? null,
    })),
  };
}
