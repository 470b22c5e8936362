import type { AnyAction } from "./define-action.ts";
import type { RawParameters } from "./parse-parameters.ts";

/** Runs actions for somebody whom a surface knows: with their rights, on their connection, noted where that is due. */
export interface ActionRunner {
  /** @throws whatever the action, its parameters or the caller's rights make it throw */
  run(action: AnyAction, parameters: RawParameters, signal: AbortSignal): Promise<RanAction>;
  /** Writes down an error that is ours. Gives the id under which the log has it. */
  report(error: unknown): string;
}

export interface RanAction {
  /** As JSON, the action's result. */
  readonly answer: unknown;
  /** It set stages going, and nothing does them at present. */
  readonly isLeftWaiting?: boolean | undefined;
}
