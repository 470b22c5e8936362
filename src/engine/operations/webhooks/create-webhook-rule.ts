import type { IdSource, WebhookRuleId } from "../../../calls/ids.ts";
import type { TamtamApi } from "../../../gong-api/tamtam/tamtam-api.ts";
import { presentRule, putRule, readWebhookFilter, requireRule, type WebhookRuleParts } from "./webhook-rules.ts";

export function createWebhookRule(
  parts: WebhookRuleParts & { readonly makeId: IdSource },
): TamtamApi["createWebhookRule"] {
  return async ({ name, url, authentication = "signed-jwt-header", enabled = true, filter = {} }) => {
    const id = parts.makeId<WebhookRuleId>();
    const about = { id, name, url, authentication, isEnabled: enabled, createdMs: parts.clock() };
    await putRule(parts, { ...about, filter: await readWebhookFilter(parts, filter) });
    return { rule: presentRule(await requireRule(parts, id), parts.companyTime) };
  };
}
