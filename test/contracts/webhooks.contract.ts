import { expect } from "vitest";
import { NotFoundError } from "../../src/calls/errors.ts";
import { asId, type WebhookDeliveryId, type WebhookRuleId } from "../../src/calls/ids.ts";
import type { Database } from "../../src/engine/database/transaction.ts";
import type { CallStore } from "../../src/engine/store/call-store.ts";
import type { WebhookAttempt, WebhookDeliveries } from "../../src/engine/webhooks/webhook-deliveries.ts";
import type { WebhookRule, WebhookRules } from "../../src/engine/webhooks/webhook-rules.ts";
import { type ContractCase, describeCases, type OpenParts } from "./contract-cases.ts";
import { makeCall } from "./sample-calls.ts";

export interface WebhookParts extends AsyncDisposable {
  readonly database: Database;
  readonly calls: CallStore;
  readonly rules: WebhookRules;
  readonly deliveries: WebhookDeliveries;
  /** What the deliveries take for the present. */
  readonly clock: { nowMs: number };
}

export function describeWebhooksContract(name: string, open: OpenParts<WebhookParts>): void {
  describeCases(`${name} keeps webhooks`, webhookCases, open);
}

const LEASE_MS = 100;
const rule: WebhookRule = {
  id: asId<WebhookRuleId>("11"),
  name: "CRM",
  url: "https://crm.example/hook?key=secret",
  authentication: "url-includes-key",
  filter: { direction: "Outbound", minDurationMs: 1500, keywords: ["price"], primaryUserIds: [asId("u1")] },
  isEnabled: true,
  createdMs: 5,
};
const call = makeCall({ id: asId("1000000000000000001"), clientUniqueId: "c1" });
const id = (text: string) => asId<WebhookDeliveryId>(text);
const attempt = (number: number, more: Partial<WebhookAttempt> = {}): WebhookAttempt => ({
  number,
  startedMs: 7,
  durationMs: 3,
  ...more,
});

const put = ({ database, rules }: WebhookParts, ...given: WebhookRule[]) =>
  database.transact(async (transaction) => {
    for (const each of given) await rules.put(each, transaction);
  });
const addCall = ({ database, calls }: WebhookParts) => database.transact((transaction) => calls.add(call, transaction));
const removeCall = ({ database, calls }: WebhookParts) =>
  database.transact((transaction) => calls.remove(call.id, transaction));
const add = ({ database, deliveries, clock }: WebhookParts, ...ids: string[]) =>
  database.transact(async (transaction) => {
    for (const each of ids) {
      const made = { id: id(each), ruleId: rule.id, callId: call.id, isTest: each === "30", createdMs: clock.nowMs };
      await deliveries.add(made, transaction);
    }
  });

/** With a rule, a call and one delivery of it. */
async function begin(parts: WebhookParts): Promise<void> {
  await put(parts, rule);
  await addCall(parts);
  await add(parts, "21");
}

export const webhookCases: readonly ContractCase<WebhookParts>[] = [
  {
    name: "gives rules back as they were put, oldest first, and changes one that is there",
    async check(parts) {
      const older = { ...rule, id: asId<WebhookRuleId>("12"), filter: {}, createdMs: 4 };
      await put(parts, rule, older);
      expect(await parts.rules.list()).toEqual([older, rule]);
      await put(parts, { ...rule, name: "Other", isEnabled: false });
      expect(await parts.rules.get(rule.id)).toEqual({ ...rule, name: "Other", isEnabled: false });
    },
  },
  {
    name: "says that a rule to be removed is not there",
    async check({ database, rules }) {
      const removed = database.transact((transaction) => rules.remove(rule.id, transaction));
      await expect(removed).rejects.toBeInstanceOf(NotFoundError);
    },
  },
  {
    name: "notes a processed call only where a rule is enabled, and gives it to one taker",
    async check(parts) {
      const { database, rules } = parts;
      await addCall(parts);
      const note = () => database.transact((transaction) => rules.noteProcessed(call.id, 9, transaction));
      await put(parts, { ...rule, isEnabled: false });
      await note();
      expect(await rules.listProcessed()).toEqual([]);
      await put(parts, rule);
      await note();
      const [noted] = await rules.listProcessed();
      expect(noted).toEqual({ key: expect.any(Number), callId: call.id, processedMs: 9 });
      const take = () => database.transact((transaction) => rules.takeProcessed(noted?.key ?? 0, transaction));
      expect([await take(), await take()]).toEqual([true, false]);
      await note();
      await removeCall(parts);
      expect(await rules.listProcessed()).toEqual([]);
    },
  },
  {
    name: "keeps a delivery until it is due, where it is not due at once",
    async check(parts) {
      const { database, deliveries, clock } = parts;
      await put(parts, rule);
      await addCall(parts);
      const [createdMs, dueMs] = [clock.nowMs, clock.nowMs + 50];
      const made = { id: id("21"), ruleId: rule.id, callId: call.id, isTest: false, createdMs, dueMs };
      await database.transact((transaction) => deliveries.add(made, transaction));
      expect(await deliveries.get(id("21"))).toMatchObject({ createdMs, dueMs, state: "waiting" });
      clock.nowMs += 49;
      expect(await deliveries.claim("a", LEASE_MS)).toBeUndefined();
      clock.nowMs += 1;
      expect(await deliveries.claim("a", LEASE_MS)).toMatchObject({ id: "21", tryNumber: 1 });
    },
  },
  {
    name: "leases a delivery to one sender until it is settled or the lease is over",
    async check(parts) {
      await begin(parts);
      const first = await parts.deliveries.claim("a", LEASE_MS);
      expect(first).toMatchObject({
        id: "21",
        ruleId: "11",
        callId: call.id,
        isTest: false,
        tryNumber: 1,
        attemptNumber: 1,
      });
      expect(await parts.deliveries.claim("b", LEASE_MS)).toBeUndefined();
      expect(await parts.deliveries.nextDueInMs()).toBe(LEASE_MS);
      parts.clock.nowMs += LEASE_MS;
      const second = await parts.deliveries.claim("b", LEASE_MS);
      expect(second).toMatchObject({ id: "21", tryNumber: 2, attemptNumber: 2 });
      if (!first || !second) throw new Error("both were claimed");
      expect(await parts.deliveries.settle(first, attempt(1), { state: "delivered" })).toBe(false);
      expect(await parts.deliveries.settle(second, attempt(2), { state: "delivered" })).toBe(true);
      expect((await parts.deliveries.get(id("21")))?.state).toBe("delivered");
    },
  },
  {
    name: "sends again when it is due, and remembers every attempt",
    async check(parts) {
      await begin(parts);
      const first = await parts.deliveries.claim("a", LEASE_MS);
      if (!first) throw new Error("it was claimed");
      const dueMs = parts.clock.nowMs + 50;
      const failed = attempt(1, { status: 500, answer: "no" });
      expect(await parts.deliveries.settle(first, failed, { state: "waiting", dueMs })).toBe(true);
      expect(await parts.deliveries.claim("a", LEASE_MS)).toBeUndefined();
      parts.clock.nowMs += 50;
      const second = await parts.deliveries.claim("a", LEASE_MS);
      if (!second) throw new Error("it was due");
      await parts.deliveries.settle(second, attempt(2, { failure: "gone" }), { state: "failed" });
      expect(await parts.deliveries.get(id("21"))).toEqual({
        id: "21",
        ruleId: "11",
        callId: call.id,
        isTest: false,
        state: "failed",
        createdMs: 1_000_000,
        attempts: [failed, attempt(2, { failure: "gone" })],
      });
      expect(await parts.deliveries.nextDueInMs()).toBeUndefined();
    },
  },
  {
    name: "sends a failed one again with all tries before it, under the same id",
    async check(parts) {
      await begin(parts);
      const { database, deliveries } = parts;
      const first = await deliveries.claim("a", LEASE_MS);
      if (!first) throw new Error("it was claimed");
      await deliveries.settle(first, attempt(1), { state: "failed" });
      await database.transact((transaction) => deliveries.resend(id("21"), transaction));
      expect(await deliveries.claim("a", LEASE_MS)).toMatchObject({ id: "21", tryNumber: 1, attemptNumber: 2 });
      const unknown = database.transact((transaction) => deliveries.resend(id("99"), transaction));
      await expect(unknown).rejects.toBeInstanceOf(NotFoundError);
    },
  },
  {
    name: "lists deliveries newest first, by rule, call and state, page after page",
    async check(parts) {
      await begin(parts);
      await add(parts, "22", "30");
      const ids = async (query: object) =>
        (await parts.deliveries.page({ pageSize: 10, ...query })).deliveries.map((each) => each.id);
      expect(await ids({})).toEqual(["30", "22", "21"]);
      expect(await ids({ ruleId: rule.id, callId: call.id, state: "waiting", beforeId: id("30") })).toEqual([
        "22",
        "21",
      ]);
      expect([await ids({ ruleId: asId("77") }), await ids({ state: "failed" })]).toEqual([[], []]);
      expect(await parts.deliveries.page({ pageSize: 2 })).toMatchObject({ hasMore: true });
      expect(await parts.deliveries.page({ pageSize: 3 })).toMatchObject({ hasMore: false });
    },
  },
  {
    name: "forgets deliveries with their call or their rule, and makes none of what is gone",
    async check(parts) {
      await begin(parts);
      const claimed = await parts.deliveries.claim("a", LEASE_MS);
      if (!claimed) throw new Error("it was claimed");
      await removeCall(parts);
      expect(await parts.deliveries.settle(claimed, attempt(1), { state: "delivered" })).toBe(false);
      await add(parts, "22");
      await addCall(parts);
      await add(parts, "23");
      await parts.database.transact((transaction) => parts.rules.remove(rule.id, transaction));
      expect((await parts.deliveries.page({ pageSize: 10 })).deliveries).toEqual([]);
    },
  },
  {
    name: "takes out old ones that are over, and none that waits",
    async check(parts) {
      await begin(parts);
      const claimed = await parts.deliveries.claim("a", LEASE_MS);
      if (!claimed) throw new Error("it was claimed");
      await parts.deliveries.settle(claimed, attempt(1), { state: "delivered" });
      await add(parts, "22");
      await parts.deliveries.removeBefore(parts.clock.nowMs);
      expect((await parts.deliveries.page({ pageSize: 10 })).deliveries).toHaveLength(2);
      await parts.deliveries.removeBefore(parts.clock.nowMs + 1);
      expect((await parts.deliveries.page({ pageSize: 10 })).deliveries.map((each) => each.id)).toEqual(["22"]);
      const waiting = await parts.deliveries.claim("a", LEASE_MS);
      if (!waiting) throw new Error("it was claimed");
      await parts.deliveries.drop(waiting);
      expect(await parts.deliveries.get(id("22"))).toBeUndefined();
    },
  },
];
