/** What the exit code of `tamtam` says. Scripts depend on these numbers; `docs/surfaces/cli.md` lists them. */
export const exitCodes = {
  ok: 0,
  /** Something nobody foresaw: worth a report. */
  unexpected: 1,
  /** An action, option or value that cannot be used. */
  invalidInput: 2,
  /** Nothing with this id. */
  notFound: 3,
  /** Cannot be done in the state things are in. */
  conflict: 4,
  /** Something is missing or misconfigured on this machine. */
  setup: 5,
  /** The call's processing failed, or a stage of it. */
  callFailed: 6,
  /** The other side of a connection refused for now or did not answer, or a recording could not be had: the same later may go well. */
  tryLater: 7,
  /** Ctrl-C. */
  interrupted: 130,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
