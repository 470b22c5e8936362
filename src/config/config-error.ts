/** A setting's problem, named as it is written in the environment or the file. */
export interface ConfigProblem {
  readonly name: string;
  readonly message: string;
}

/** The configuration as it was given cannot be used. Holds every problem. */
export class ConfigError extends Error {
  readonly code = "config";
  readonly problems: readonly ConfigProblem[];
  constructor(problems: readonly ConfigProblem[]) {
    super(problems.map(({ name, message }) => `${name}: ${message}`).join("\n"));
    this.problems = problems;
  }
}
