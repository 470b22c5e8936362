/** The base of every error this project throws on purpose. Callers branch on `code`, never on the message. */
export abstract class TamtamError extends Error {
  abstract readonly code: string;
  /** Whether the message may be shown to the caller as it is. Everything else is shown as "unexpected". */
  abstract readonly isCallersFault: boolean;
  override get name(): string {
    return this.constructor.name;
  }
}

/** One thing wrong with an input: which parameter (in the caller's spelling), what it was, what to do instead. */
export interface InputProblem {
  readonly parameter: string;
  readonly message: string;
}

/** Nobody reads more, and an answer that names a million is larger than what was sent. */
const MAX_PROBLEMS = 50;

/** The input cannot be used. Holds every problem found, not only the first; of very many, the first and how many more there are. */
export class InvalidInputError extends TamtamError {
  readonly code = "invalid-input";
  readonly isCallersFault = true;
  readonly problems: readonly InputProblem[];
  constructor(found: readonly InputProblem[], options?: ErrorOptions) {
    const problems = atMost(MAX_PROBLEMS, found);
    super(problems.map((p) => `${p.parameter}: ${p.message}`).join("\n"), options);
    this.problems = problems;
  }
}

/** A list that was cut before comes through as it is. */
function atMost(most: number, found: readonly InputProblem[]): readonly InputProblem[] {
  if (found.length <= most + 1) return found;
  return [...found.slice(0, most), { parameter: "body", message: `has ${found.length - most} more problems` }];
}

/** Nothing with this id. */
export class NotFoundError extends TamtamError {
  readonly code = "not-found";
  readonly isCallersFault = true;
}

/** The request is well formed and cannot be done in the state things are in. */
export class ConflictError extends TamtamError {
  readonly code = "conflict";
  readonly isCallersFault = true;
}

/** Not for the user whom an access key acts for; the message says who may. */
export class ActingUserError extends TamtamError {
  readonly code = "acting-user";
  readonly isCallersFault = true;
}

/** A part of the product is missing or misconfigured on this machine; the message says how to mend it. */
export class SetupError extends TamtamError {
  readonly code = "setup";
  readonly isCallersFault = true;
}

/**
 * A stage of a call's processing could not be done. `isTransient` says whether doing the same again later may succeed
 * (the network was down) or cannot (the file is a web page).
 */
export class StageError extends TamtamError {
  readonly code: string;
  readonly isCallersFault = true;
  readonly isTransient: boolean;
  /** @param code stable and specific: `media-not-found`, `media-type`, `disk-full`, … */
  constructor(code: string, message: string, options: ErrorOptions & { isTransient: boolean }) {
    super(message, options);
    this.code = code;
    this.isTransient = options.isTransient;
  }
}
