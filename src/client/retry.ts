import type { ServedOperation } from "../gong-api/operation.ts";
import type { Sleep } from "./send.ts";

export interface RetryPolicy {
  readonly maxAttempts: number;
  /** Refusals for the limit, after each of which the wait is as long as was asked for, are no attempts; so many are borne. */
  readonly maxRefusals: number;
  /** A failure that took as long as the other side may be silent counts as so many attempts: somebody is waiting. */
  readonly attemptsOfSilence: number;
  readonly firstDelayMs: number;
  readonly longestDelayMs: number;
}

export const retryPolicy: RetryPolicy = {
  maxAttempts: 5,
  maxRefusals: 30,
  attemptsOfSilence: 3,
  firstDelayMs: 500,
  longestDelayMs: 30_000,
};

/** Whether another attempt is worth while: `undefined` for no, else how long to wait first where the other side said so. */
export type JudgeFailure = (error: unknown) => Judgement | undefined;

interface Judgement {
  readonly waitMs?: number | undefined;
  /** The request was not looked at. */
  readonly isRefusal?: true | undefined;
  readonly isSilence?: boolean | undefined;
}

export interface RetryParts {
  readonly policy: RetryPolicy;
  readonly sleep: Sleep;
  /** 0 to 1. */
  readonly random: () => number;
  readonly signal?: AbortSignal | undefined;
}

/** Tries until it goes well, cannot go well, or has been tried often enough. Pauses grow, and differ between processes. */
export async function withRetries<T>(attempt: () => Promise<T>, judge: JudgeFailure, parts: RetryParts): Promise<T> {
  const { policy, sleep, random, signal } = parts;
  let attempts = 0;
  let refusals = 0;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      const again = judge(error);
      if (again?.isRefusal) refusals += 1;
      else attempts += again?.isSilence ? policy.attemptsOfSilence : 1;
      if (again === undefined || attempts >= policy.maxAttempts || refusals > policy.maxRefusals) throw error;
      const growingMs = Math.min(policy.firstDelayMs * 2 ** Math.max(attempts - 1, 0), policy.longestDelayMs);
      await sleep(again.waitMs ?? growingMs * (0.5 + random()), signal);
    }
  }
}

/** Gong: a second one is refused with 409, in the place of the answer that was lost. */
const refusedTwice: readonly string[] = ["registerGenericCrmIntegration", "deleteGenericCrmIntegration"];

/**
 * Whether the same request twice does no more than once. Gong: reads are named list, get and find; `addCall` makes one call of a
 * `clientUniqueId`; its other PUT and DELETE set a state.
 */
export function isRepeatable({ id, method }: Pick<ServedOperation, "id" | "method">): boolean {
  if (refusedTwice.includes(id)) return false;
  return method !== "POST" || id === "addCall" || /^(?:list|get|find)[A-Z]/.test(id);
}
