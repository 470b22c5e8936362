import type { UserId } from "../../calls/ids.ts";
import type { CallList } from "../store/call-list.ts";

/** An answer also depends on the time: its links and its cursor end. */
const MAX_AGE_MS = 5000;
/** The largest, 100 transcripts, takes some megabytes. */
const MAX_ANSWERS = 8;

interface KeptAnswer {
  readonly answer: Promise<object>;
  readonly madeMs: number;
}

/**
 * The last answers to requests that read pages of calls, good until anything is written: clients ask for the same page again and again,
 * and several at once. What is handed out twice is the same object, which the surface then writes as text once.
 */
export class UnchangedAnswers {
  readonly #callList: Pick<CallList, "version">;
  readonly #clock: () => number;
  readonly #kept = new Map<string, KeptAnswer>();
  #version: number | undefined;

  constructor(callList: Pick<CallList, "version">, clock: () => number) {
    this.#callList = callList;
    this.#clock = clock;
  }

  /** The operation, which is not asked again while its answer would be the same. Its answers must not be changed. */
  reuse<Request extends { readonly cursor?: string | undefined }, Answer extends object>(
    operationId: string,
    actingUserId: UserId | undefined,
    operation: (request: Request) => Promise<Answer>,
  ): (request: Request) => Promise<Answer> {
    return (request) => {
      // A cursor is looked at each time, because it ends; and who goes on asks for each page once.
      if (request.cursor !== undefined) return operation(request);
      this.#forgetOutdated();
      const key = JSON.stringify([operationId, actingUserId, request]);
      const kept = this.#kept.get(key);
      const nowMs = this.#clock();
      if (kept && Math.abs(nowMs - kept.madeMs) <= MAX_AGE_MS) return kept.answer as Promise<Answer>; // kept for this operation
      const answer = operation(request);
      this.#keep(key, { answer, madeMs: nowMs });
      return answer;
    };
  }

  #forgetOutdated(): void {
    const version = this.#callList.version();
    if (version === undefined || version !== this.#version) this.#kept.clear();
    this.#version = version;
  }

  #keep(key: string, kept: KeptAnswer): void {
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MAX_ANSWERS && oldest !== undefined) this.#kept.delete(oldest);
    // A refusal is not kept.
    kept.answer.catch(() => {
      if (this.#kept.get(key) === kept) this.#kept.delete(key);
    });
  }
}
