import { expect, test } from "vitest";
import { SqliteWebhookDeliveries } from "../../src/engine/webhooks/sqlite-webhook-deliveries.ts";
import { SqliteWebhookRules } from "../../src/engine/webhooks/sqlite-webhook-rules.ts";
import type { WebhookDeliveries } from "../../src/engine/webhooks/webhook-deliveries.ts";
import type { WebhookRules } from "../../src/engine/webhooks/webhook-rules.ts";
import { failedCases, override } from "./contract-cases.ts";
import { openSqliteParts } from "./sqlite-parts.ts";
import { describeWebhooksContract, webhookCases, type WebhookParts } from "./webhooks.contract.ts";

async function openWebhookParts(): Promise<WebhookParts> {
  const { database, calls, clock, ...rest } = await openSqliteParts();
  return {
    database,
    calls,
    clock,
    rules: new SqliteWebhookRules(database),
    deliveries: new SqliteWebhookDeliveries(database, () => clock.nowMs),
    [Symbol.asyncDispose]: () => rest[Symbol.asyncDispose](),
  };
}

describeWebhooksContract("SQLite", openWebhookParts);

const brokenRules: [string, (rules: WebhookRules) => Partial<WebhookRules>][] = [
  ["takes every call that is processed twice", () => ({ takeProcessed: async () => true })],
  ["notes no call", () => ({ noteProcessed: async () => {} })],
  ["keeps a removed rule", () => ({ remove: async () => {} })],
  ["forgets filters", (rules) => ({ put: (rule, transaction) => rules.put({ ...rule, filter: {} }, transaction) })],
];

const brokenDeliveries: [string, (deliveries: WebhookDeliveries) => Partial<WebhookDeliveries>][] = [
  ["leases for ever", (deliveries) => ({ claim: (sender) => deliveries.claim(sender, 1e12) })],
  ["leases to everybody", (deliveries) => ({ claim: (sender) => deliveries.claim(sender, 0) })],
  ["settles what is lost", () => ({ settle: async () => true })],
  [
    "sends at once",
    (deliveries) => ({ add: (made, transaction) => deliveries.add({ ...made, dueMs: undefined }, transaction) }),
  ],
  ["does not send again", () => ({ resend: async () => {} })],
  ["takes nothing out", () => ({ removeBefore: async () => {} })],
  [
    "says that there is no more",
    (deliveries) => ({ page: async (query) => ({ ...(await deliveries.page(query)), hasMore: false }) }),
  ],
];

async function failedWith(change: (parts: WebhookParts) => Partial<WebhookParts>): Promise<string[]> {
  return failedCases(webhookCases, async () => {
    const parts = await openWebhookParts();
    return { ...parts, ...change(parts), [Symbol.asyncDispose]: () => parts[Symbol.asyncDispose]() };
  });
}

test.each(brokenRules)("the contract notices rules that %s", async (_, breakIt) => {
  const failed = await failedWith(({ rules }) => ({ rules: override<WebhookRules>(rules, breakIt(rules)) }));
  expect(failed.length).toBeGreaterThan(0);
  expect(failed.length).toBeLessThan(webhookCases.length);
});

test.each(brokenDeliveries)("the contract notices deliveries that %s", async (_, breakIt) => {
  const failed = await failedWith(({ deliveries }) => ({
    deliveries: override<WebhookDeliveries>(deliveries, breakIt(deliveries)),
  }));
  expect(failed.length).toBeGreaterThan(0);
  expect(failed.length).toBeLessThan(webhookCases.length);
});
