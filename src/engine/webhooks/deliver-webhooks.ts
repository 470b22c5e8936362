import { setTimeout as delay } from "node:timers/promises";
import type { CallId, IdSource, WebhookDeliveryId } from "../../calls/ids.ts";
import type { Database } from "../database/transaction.ts";
import { pauseAfterTryMs } from "./delivery-schedule.ts";
import type { ClaimedDelivery, WebhookAttempt, WebhookDeliveries } from "./webhook-deliveries.ts";
import type { ProcessedCall, WebhookFilter, WebhookRule, WebhookRules } from "./webhook-rules.ts";
import type { SentMessage, WebhookSender } from "./webhook-sender.ts";
import type { WebhookSigning } from "./webhook-signing.ts";

export interface DeliverParts {
  readonly database: Database;
  readonly rules: WebhookRules;
  readonly deliveries: WebhookDeliveries;
  readonly signing: WebhookSigning;
  readonly sender: WebhookSender;
  readonly makeId: IdSource;
  readonly clock: () => number;
  /** Whether a call is one that a rule is for. */
  readonly matches: (filter: WebhookFilter, callId: CallId) => Promise<boolean>;
  /** When others may be told of a call; at once where it says nothing. */
  readonly tellFrom: (callId: CallId) => Promise<number | undefined>;
  /** What a receiver is sent of a call, as JSON; `undefined` where the call is gone. */
  readonly describe: (callId: CallId, isTest: boolean) => Promise<string | undefined>;
  readonly reportError: (error: unknown) => void;
}

export interface DeliverOptions {
  /** Another for each process. */
  readonly senderId: string;
  readonly signal: AbortSignal;
  /** Longer than a message may take. */
  readonly leaseMs: number;
  readonly pollMs: number;
  /** Messages on their way at the same time. */
  readonly concurrency: number;
}

/** So many times longer it waits where the library could not be read or written. */
const PATIENCE = 5;
const KEPT_MS = 30 * 86_400_000;

/** Sends what is due until the signal aborts. What could not be read or written is tried again. */
export async function deliverWebhooks(parts: DeliverParts, options: DeliverOptions): Promise<void> {
  await Promise.all([
    repeat(parts, options, async () => {
      await makeDeliveries(parts);
      await parts.deliveries.removeBefore(parts.clock() - KEPT_MS);
      return false;
    }),
    ...Array.from({ length: options.concurrency }, () => repeat(parts, options, () => deliverNext(parts, options))),
  ]);
}

async function repeat(parts: DeliverParts, options: DeliverOptions, work: () => Promise<boolean>): Promise<void> {
  while (!options.signal.aborted) {
    let pauseMs = options.pollMs;
    try {
      if (await work()) continue;
    } catch (error) {
      if (options.signal.aborted) return;
      parts.reportError(error);
      pauseMs *= PATIENCE;
    }
    await delay(pauseMs, undefined, { signal: options.signal }).catch(() => undefined);
  }
}

/** Makes the deliveries of the calls that were processed since, each in one step with taking the call off the list. */
export async function makeDeliveries(parts: DeliverParts): Promise<void> {
  for (const processed of await parts.rules.listProcessed()) {
    // One call that cannot be looked at is not to keep the others waiting.
    await makeDeliveriesOf(parts, processed).catch(parts.reportError);
  }
}

async function makeDeliveriesOf(parts: DeliverParts, processed: ProcessedCall): Promise<void> {
  const [matching, dueMs] = await Promise.all([matchingRules(parts, processed), parts.tellFrom(processed.callId)]);
  await parts.database.transact(async (transaction) => {
    if (!(await parts.rules.takeProcessed(processed.key, transaction))) return;
    for (const rule of matching) {
      const id = parts.makeId<WebhookDeliveryId>();
      const { callId } = processed;
      const delivery = { id, ruleId: rule.id, callId, isTest: false, createdMs: parts.clock(), dueMs };
      await parts.deliveries.add(delivery, transaction);
    }
  });
}

async function matchingRules(parts: DeliverParts, { callId, processedMs }: ProcessedCall): Promise<WebhookRule[]> {
  const matching: WebhookRule[] = [];
  for (const rule of await parts.rules.list()) {
    const isInForce = rule.isEnabled && rule.createdMs <= processedMs;
    if (isInForce && (await parts.matches(rule.filter, callId))) matching.push(rule);
  }
  return matching;
}

/** @returns whether there was one that was due */
export async function deliverNext(
  parts: DeliverParts,
  { senderId, leaseMs, signal }: Pick<DeliverOptions, "senderId" | "leaseMs" | "signal">,
): Promise<boolean> {
  const claimed = await parts.deliveries.claim(senderId, leaseMs);
  if (!claimed) return false;
  const startedMs = parts.clock();
  const sent = await send(parts, claimed, signal);
  if (sent === "nothing to send") await parts.deliveries.drop(claimed);
  else await settle(parts, claimed, { ...sent, wasStopped: signal.aborted }, startedMs);
  return true;
}

/** What went wrong here counts as a try, so that it ends some time. */
async function send(
  parts: DeliverParts,
  claimed: ClaimedDelivery,
  signal: AbortSignal,
): Promise<SentMessage | "nothing to send"> {
  try {
    const rule = await parts.rules.get(claimed.ruleId);
    const body = rule && (await parts.describe(claimed.callId, claimed.isTest));
    if (!rule || body === undefined) return "nothing to send";
    const headers = await headersFor(parts, rule, claimed, body);
    return await parts.sender.send({ url: rule.url, body, headers }, signal);
  } catch (error) {
    if (signal.aborted) return { failure: "the server was stopped while it was sent" };
    parts.reportError(error);
    return { failure: "something went wrong before it was sent; the server's log tells more" };
  }
}

/** Gong: the JWT is the whole of the header, without the word Bearer. */
async function headersFor(
  { signing }: DeliverParts,
  { id, url, authentication }: WebhookRule,
  claimed: ClaimedDelivery,
  body: string,
): Promise<Record<string, string>> {
  return {
    "Tamtam-Delivery": claimed.id,
    "Tamtam-Webhook-Rule": id,
    "Tamtam-Attempt": String(claimed.attemptNumber),
    ...(authentication === "signed-jwt-header" && { Authorization: await signing.sign({ url, body }) }),
  };
}

async function settle(
  { deliveries, clock }: DeliverParts,
  claimed: ClaimedDelivery,
  sent: SentMessage & { readonly wasStopped: boolean },
  startedMs: number,
): Promise<void> {
  const { status, answer, failure, isHopeless, wasStopped } = sent;
  const attempt: WebhookAttempt = {
    number: claimed.attemptNumber,
    startedMs,
    durationMs: clock() - startedMs,
    status,
    failure,
    answer,
  };
  if (status !== undefined && status >= 200 && status < 300) {
    await deliveries.settle(claimed, attempt, { state: "delivered" });
    return;
  }
  // The receiver had no part in that: the next server is not to keep it waiting.
  const pauseMs = wasStopped ? 0 : isHopeless ? undefined : pauseAfterTryMs(claimed.tryNumber);
  const next =
    pauseMs === undefined ? { state: "failed" as const } : { state: "waiting" as const, dueMs: clock() + pauseMs };
  await deliveries.settle(claimed, attempt, next);
}
