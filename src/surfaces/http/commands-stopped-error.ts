/** One of several commands failed: the ones before it are done, the ones after it were not begun. */
export class CommandsStoppedError extends Error {
  /** From 1. */
  readonly commandNumber: number;
  readonly commandCount: number;
  readonly actionName: string;
  /** Of the commands before it, in order. */
  readonly answers: readonly unknown[];
  /** @param cause what went wrong with the command itself; it decides code and status. */
  constructor(
    cause: unknown,
    stopped: Pick<CommandsStoppedError, "commandNumber" | "commandCount" | "actionName" | "answers">,
  ) {
    super(`command ${stopped.commandNumber} of ${stopped.commandCount} (${stopped.actionName}) failed`, { cause });
    this.commandNumber = stopped.commandNumber;
    this.commandCount = stopped.commandCount;
    this.actionName = stopped.actionName;
    this.answers = stopped.answers;
  }
}
