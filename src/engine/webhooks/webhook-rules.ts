import type { Direction } from "../../calls/call.ts";
import type { CallId, UserId, WebhookRuleId, WorkspaceId } from "../../calls/ids.ts";
import type { Transaction } from "../database/transaction.ts";

/** How a receiver can tell who sends. Gong's two ways: a key in the URL that nobody else knows, or a signed JWT in a header. */
export const webhookAuthentications = ["url-includes-key", "signed-jwt-header"] as const;
export type WebhookAuthentication = (typeof webhookAuthentications)[number];

/** All given conditions hold together; without any, every call matches. */
export interface WebhookFilter {
  readonly direction?: Direction | undefined;
  readonly workspaceId?: WorkspaceId | undefined;
  readonly primaryUserIds?: readonly UserId[] | undefined;
  readonly minDurationMs?: number | undefined;
  /** Words of the title. */
  readonly title?: string | undefined;
  /** Looked for as in a search. */
  readonly keywords?: readonly string[] | undefined;
  readonly keywordMatch?: "all" | "any" | undefined;
  /** At least one of these trackers was found. */
  readonly trackerNames?: readonly string[] | undefined;
}

export interface WebhookRule {
  readonly id: WebhookRuleId;
  readonly name: string;
  readonly url: string;
  readonly authentication: WebhookAuthentication;
  readonly filter: WebhookFilter;
  readonly isEnabled: boolean;
  readonly createdMs: number;
}

export interface ProcessedCall {
  readonly key: number;
  readonly callId: CallId;
  readonly processedMs: number;
}

/** Whom to tell of which calls, and the calls that it is yet to be looked at for. */
export interface WebhookRules {
  /** Adds the rule, or takes the place of the one with its id. */
  put(rule: WebhookRule, transaction: Transaction): Promise<void>;
  /** With its deliveries. @throws NotFoundError */
  remove(id: WebhookRuleId, transaction: Transaction): Promise<void>;
  get(id: WebhookRuleId): Promise<WebhookRule | undefined>;
  /** Oldest first. */
  list(): Promise<readonly WebhookRule[]>;
  /** To be written with the end of the call's processing. Where no rule is enabled there is nothing to note. */
  noteProcessed(callId: CallId, processedMs: number, transaction: Transaction): Promise<void>;
  /** Some of those that were noted, oldest first. */
  listProcessed(): Promise<readonly ProcessedCall[]>;
  /** `false` where somebody else took it. */
  takeProcessed(key: number, transaction: Transaction): Promise<boolean>;
}
