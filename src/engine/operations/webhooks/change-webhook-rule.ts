import type { TamtamApi } from "../../../gong-api/tamtam/tamtam-api.ts";
import { presentRule, putRule, readWebhookFilter, requireRule, type WebhookRuleParts } from "./webhook-rules.ts";

export function changeWebhookRule(parts: WebhookRuleParts): TamtamApi["changeWebhookRule"] {
  return async ({ id, name, url, authentication, enabled, filter }) => {
    const before = await requireRule(parts, id);
    await putRule(parts, {
      ...before,
      name: name ?? before.name,
      url: url ?? before.url,
      authentication: authentication ?? before.authentication,
      isEnabled: enabled ?? before.isEnabled,
      filter: filter ? await readWebhookFilter(parts, filter) : before.filter,
    });
    return { rule: presentRule(await requireRule(parts, id), parts.companyTime) };
  };
}
