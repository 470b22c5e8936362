import { randomBytes } from "node:crypto";
import { NotFoundError } from "../../../calls/errors.ts";
import { asId, type UserId, type WebhookRuleId, type WorkspaceId } from "../../../calls/ids.ts";
import type { CompanyTime } from "../../../gong-api/company-time.ts";
import type { GivenWebhookFilter, WebhookRuleData } from "../../../gong-api/tamtam/webhook-rule-fields.ts";
import type { Database } from "../../database/transaction.ts";
import { knownWorkspace, type WorkspaceParts } from "../settings/known-workspaces.ts";
import type { WebhookFilter, WebhookRule, WebhookRules } from "../../webhooks/webhook-rules.ts";

/** What the operations on webhook rules need. */
export interface WebhookRuleParts extends WorkspaceParts {
  readonly database: Database;
  readonly webhookRules: WebhookRules;
  readonly companyTime: CompanyTime;
  readonly clock: () => number;
}

const KEY_BYTES = 32;

/** @throws NotFoundError */
export async function requireRule({ webhookRules }: WebhookRuleParts, id: string): Promise<WebhookRule> {
  const rule = await webhookRules.get(asId<WebhookRuleId>(id));
  if (rule) return rule;
  throw new NotFoundError(`There is no webhook rule ${id}; GET /tamtam/v1/webhook-rules lists them.`);
}

export async function putRule({ database, webhookRules }: WebhookRuleParts, rule: WebhookRule): Promise<void> {
  const { url, authentication } = rule;
  const sent = authentication === "url-includes-key" ? withKey(url) : url;
  await database.transact((transaction) => webhookRules.put({ ...rule, url: sent }, transaction));
}

/** A URL that comes with a key of its own keeps it. */
function withKey(text: string): string {
  const url = new URL(text);
  if (!url.searchParams.has("key")) url.searchParams.set("key", randomBytes(KEY_BYTES).toString("base64url"));
  return url.href;
}

/** @throws InvalidInputError for a workspace that is not there: no call would ever match */
export async function readWebhookFilter(parts: WorkspaceParts, given: GivenWebhookFilter): Promise<WebhookFilter> {
  const { minDuration, workspaceId, primaryUserIds, ...same } = given;
  if (workspaceId !== undefined) await knownWorkspace(parts, "filter.workspaceId", workspaceId);
  return {
    ...same,
    ...(workspaceId !== undefined && { workspaceId: asId<WorkspaceId>(workspaceId) }),
    ...(primaryUserIds && { primaryUserIds: primaryUserIds.map((id) => asId<UserId>(id)) }),
    ...(minDuration !== undefined && { minDurationMs: Math.round(minDuration * 1000) }),
  };
}

export function presentRule(rule: WebhookRule, companyTime: CompanyTime): WebhookRuleData {
  const { minDurationMs, primaryUserIds, keywords, trackerNames, ...same } = rule.filter;
  return {
    id: rule.id,
    name: rule.name,
    url: rule.url,
    authentication: rule.authentication,
    enabled: rule.isEnabled,
    filter: {
      ...same,
      ...(primaryUserIds && { primaryUserIds: [...primaryUserIds] }),
      ...(keywords && { keywords: [...keywords] }),
      ...(trackerNames && { trackerNames: [...trackerNames] }),
      ...(minDurationMs !== undefined && { minDuration: minDurationMs / 1000 }),
    },
    created: companyTime.format(rule.createdMs),
  };
}
