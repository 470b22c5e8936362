import { ConflictError, NotFoundError } from "../../../calls/errors.ts";
import { asId, type CallId, type IdSource, type WebhookDeliveryId } from "../../../calls/ids.ts";
import type { TamtamApi } from "../../../gong-api/tamtam/tamtam-api.ts";
import type { CallSearch } from "../../search/call-search.ts";
import type { CallList } from "../../store/call-list.ts";
import { presentDelivery, type WebhookDeliveryParts } from "./webhook-deliveries.ts";
import { requireRule, type WebhookRuleParts } from "./webhook-rules.ts";

export interface TestWebhookRuleParts extends WebhookRuleParts, WebhookDeliveryParts {
  readonly callList: CallList;
  readonly search: CallSearch;
  readonly makeId: IdSource;
}

/** Whatever the rule's filter says, and also while it is not enabled. */
export function testWebhookRule(parts: TestWebhookRuleParts): TamtamApi["testWebhookRule"] {
  return async ({ id, callId: wanted }) => {
    const rule = await requireRule(parts, id);
    const callId = await chooseCall(parts, wanted);
    const deliveryId = parts.makeId<WebhookDeliveryId>();
    const made = { id: deliveryId, ruleId: rule.id, callId, isTest: true, createdMs: parts.clock() };
    await parts.database.transact((transaction) => parts.webhookDeliveries.add(made, transaction));
    const delivery = await parts.webhookDeliveries.get(deliveryId);
    if (!delivery) throw new ConflictError("The rule or the call was deleted meanwhile; list them again.");
    return { delivery: presentDelivery(delivery, parts.companyTime) };
  };
}

async function chooseCall({ callList, search }: TestWebhookRuleParts, wanted: string | undefined): Promise<CallId> {
  if (wanted !== undefined) {
    const { calls } = await callList.list({ by: "start", callIds: [asId<CallId>(wanted)], pageSize: 1 });
    if (calls[0]) return calls[0].id;
    throw new NotFoundError(`There is no call ${wanted} that has been processed; GET /v2/calls lists them.`);
  }
  const newest = { match: "all", statuses: ["Completed"], sort: "recency", pageSize: 1, matchesPerCall: 0 } as const;
  const { hits } = await search.search(newest);
  if (hits[0]) return hits[0].callId;
  throw new ConflictError("There is no call to send yet: a test sends one that has been processed.");
}
