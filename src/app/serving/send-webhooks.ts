import { randomUUID } from "node:crypto";
import { lookup } from "node:dns";
import { setTimeout as delay } from "node:timers/promises";
import type { CallId } from "../../calls/ids.ts";
import type { Config } from "../../config/config.ts";
import { makeAddressPolicy } from "../../engine/media/address-policy.ts";
import { makeGuardedAgents } from "../../engine/media/guarded-agents.ts";
import { describeWebhookCall } from "../../engine/operations/webhooks/describe-webhook-call.ts";
import { matchWebhookFilter } from "../../engine/operations/webhooks/match-webhook-filter.ts";
import { deliverWebhooks, type DeliverParts } from "../../engine/webhooks/deliver-webhooks.ts";
import { HttpWebhookSender } from "../../engine/webhooks/http-webhook-sender.ts";
import type { GongApi } from "../../gong-api/gong-api.ts";
import { presentWebhook } from "../../gong-api/present/present-webhook.ts";
import type { Records } from "../open-records.ts";

const TIMEOUT_MS = 10_000;
const LEASE_MS = 60_000;
const POLL_MS = 1_000;
const CONCURRENCY = 4;
const REACHABLE_POLL_MS = 100;

/** Tells receivers of the calls that have been processed, until the signal aborts. */
export async function sendWebhooks(
  records: Records,
  config: Pick<Config, "webhookAllowHosts">,
  gongApi: Pick<GongApi, "listCallsExtensive">,
  options: Pick<DeliverParts, "tellFrom" | "reportError"> & { readonly signal: AbortSignal },
): Promise<void> {
  const agents = makeGuardedAgents(makeAddressPolicy(config.webhookAllowHosts), lookup);
  const describe = async (callId: CallId) => {
    await untilReachable(records, options.signal);
    return describeWebhookCall(gongApi, callId);
  };
  await deliverWebhooks(
    {
      database: records.database,
      rules: records.webhookRules,
      deliveries: records.webhookDeliveries,
      signing: records.webhookSigning,
      sender: new HttpWebhookSender({ agents, timeoutMs: TIMEOUT_MS }),
      makeId: records.makeId,
      clock: Date.now,
      matches: (filter, callId) => matchWebhookFilter({ ...records, describe }, filter, callId),
      describe: async (callId, isTest) => {
        const call = await describe(callId);
        return call && JSON.stringify(presentWebhook(call, isTest));
      },
      tellFrom: options.tellFrom,
      reportError: options.reportError,
    },
    {
      senderId: randomUUID(),
      signal: options.signal,
      leaseMs: LEASE_MS,
      pollMs: POLL_MS,
      concurrency: CONCURRENCY,
    },
  );
}

/** Until it is known where the server listens, links to recordings would lead to files of this machine. */
async function untilReachable({ queue }: Pick<Records, "queue">, signal: AbortSignal): Promise<void> {
  const isReachable = async () => (await queue.workers()).some(({ serverUrl }) => serverUrl !== undefined);
  while (!(await isReachable())) await delay(REACHABLE_POLL_MS, undefined, { signal });
}
