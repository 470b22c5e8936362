import type { InputProblem } from "../../src/calls/errors.ts";

export interface AnswerErrorFacts extends ErrorOptions {
  readonly status: number;
  readonly code: string;
  readonly problems?: readonly InputProblem[] | undefined;
  readonly requestId?: string | undefined;
}

/** The server refused, or was not there. The message is its own sentence. */
export class AnswerError extends Error {
  /** 0 where nothing was answered. */
  readonly status: number;
  readonly code: string;
  readonly problems: readonly InputProblem[];
  readonly requestId: string | undefined;

  constructor(message: string, facts: AnswerErrorFacts) {
    super(message, { cause: facts.cause });
    this.name = "AnswerError";
    this.status = facts.status;
    this.code = facts.code;
    this.problems = facts.problems ?? [];
    this.requestId = facts.requestId;
  }

  /** The key is good and may not do this. */
  get isNoAccess(): boolean {
    return ["scope-missing", "remote-scope", "acting-user", "remote-denied"].includes(this.code);
  }

  /** There is no such key, or it is over. */
  get isNoKey(): boolean {
    return this.code === "access-key" || this.code === "remote-key";
  }
}
