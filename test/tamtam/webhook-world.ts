import { lookup } from "node:dns";
import type { CallId } from "../../src/calls/ids.ts";
import { makeAddressPolicy } from "../../src/engine/media/address-policy.ts";
import { makeGuardedAgents } from "../../src/engine/media/guarded-agents.ts";
import { describeWebhookCall } from "../../src/engine/operations/webhooks/describe-webhook-call.ts";
import { matchWebhookFilter } from "../../src/engine/operations/webhooks/match-webhook-filter.ts";
import { type DeliverParts, deliverNext, makeDeliveries } from "../../src/engine/webhooks/deliver-webhooks.ts";
import { HttpWebhookSender } from "../../src/engine/webhooks/http-webhook-sender.ts";
import { presentWebhook } from "../../src/gong-api/present/present-webhook.ts";
import type { ListWebhookDeliveriesResponse } from "../../src/gong-api/tamtam/list-webhook-deliveries.ts";
import type { WebhookKeyResponse } from "../../src/gong-api/tamtam/webhook-key.ts";
import type { WebhookRuleData } from "../../src/gong-api/tamtam/webhook-rule-fields.ts";
import { GongServer } from "../gong/gong-server.ts";
import { bareCall, fillLibrary, fullCall } from "../gong/library.ts";

export const LEASE_MS = 60_000;

interface SenderOptions {
  readonly allowHosts?: readonly string[] | undefined;
  readonly timeoutMs?: number | undefined;
  readonly tellFrom?: DeliverParts["tellFrom"] | undefined;
}

/** The library of the fixtures, indexed, and a sender that goes one step at a time. */
export class WebhookWorld implements AsyncDisposable {
  readonly server: GongServer;
  readonly errors: unknown[] = [];

  private constructor(server: GongServer) {
    this.server = server;
  }

  static async open(): Promise<WebhookWorld> {
    const server = await GongServer.open();
    await fillLibrary(server);
    const { calls, search, database } = server.parts;
    for (const { id } of [fullCall, bareCall]) {
      const [call, transcript, analysis] = [
        await calls.get(id),
        await calls.getTranscript(id),
        await calls.getAnalysis(id),
      ];
      if (call) await database.transact((transaction) => search.put(call, transcript, analysis, transaction));
    }
    return new WebhookWorld(server);
  }

  async send<T>(method: string, path: string, body?: unknown): Promise<{ readonly status: number; readonly body: T }> {
    const answer = await this.server.send({ method, path: `/tamtam/v1/${path}`, body });
    return { status: answer.status, body: answer.body as unknown as T }; // each test says what it asked for
  }

  async createRule(rule: object): Promise<WebhookRuleData> {
    const { body } = await this.send<{ rule: WebhookRuleData }>("POST", "webhook-rules", { name: "CRM", ...rule });
    return body.rule;
  }

  async deliveries(query = ""): Promise<ListWebhookDeliveriesResponse["deliveries"]> {
    return (await this.send<ListWebhookDeliveriesResponse>("GET", `webhook-deliveries${query}`)).body.deliveries;
  }

  async publicKey(): Promise<WebhookKeyResponse> {
    return (await this.send<WebhookKeyResponse>("GET", "webhook-key")).body;
  }

  /** As the worker does with a call's last stage. */
  async process(callId: CallId): Promise<void> {
    const { database, webhookRules, clock } = this.server.parts;
    await database.transact((transaction) => webhookRules.noteProcessed(callId, clock(), transaction));
  }

  /** Makes what there is to send, and sends all that is due. @returns how many */
  async deliver(senderId = "sender", options: SenderOptions = {}): Promise<number> {
    const parts = this.deliverParts(options);
    await makeDeliveries(parts);
    let sentCount = 0;
    while (await deliverNext(parts, { senderId, leaseMs: LEASE_MS, signal: new AbortController().signal }))
      sentCount += 1;
    return sentCount;
  }

  deliverParts(options: SenderOptions = {}): DeliverParts {
    const { allowHosts = ["127.0.0.1"], timeoutMs = 10_000, tellFrom = async () => undefined } = options;
    const { parts, services } = this.server;
    const describe = (callId: CallId) => describeWebhookCall(services.gongApi(undefined), callId);
    return {
      database: parts.database,
      rules: parts.webhookRules,
      deliveries: parts.webhookDeliveries,
      signing: parts.webhookSigning,
      sender: new HttpWebhookSender({ agents: makeGuardedAgents(makeAddressPolicy(allowHosts), lookup), timeoutMs }),
      makeId: parts.makeId,
      clock: parts.clock,
      matches: (filter, callId) => matchWebhookFilter({ ...parts, describe }, filter, callId),
      describe: async (callId, isTest) => {
        const call = await describe(callId);
        return call && JSON.stringify(presentWebhook(call, isTest));
      },
      tellFrom,
      reportError: (error) => this.errors.push(error),
    };
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.server[Symbol.asyncDispose]();
  }
}
