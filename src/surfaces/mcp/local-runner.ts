import { z } from "zod";
import type { ActionRunner } from "../../connection/action-runner.ts";
import type { Backend, Connections } from "../../connection/backend.ts";
import type { AnyAction } from "../../connection/define-action.ts";
import { runAction } from "../../connection/run-action.ts";

export interface LocalRunnerParts {
  readonly connections: Connections;
  /** `undefined` is for `Connections.open` to decide. */
  readonly connection: string | undefined;
  /** Whether something works on the calls that wait in the library of this machine. */
  readonly isProcessing: () => Promise<boolean>;
  readonly report: ActionRunner["report"];
}

const callInWork = z.object({ status: z.literal("Processing") });

/** Runs actions for who runs this program, who may do everything. */
export function localRunner({ connections, connection, isProcessing, report }: LocalRunnerParts): ActionRunner {
  return {
    run: async (action, parameters, signal) => {
      const backend = await connections.open(connection, { signal });
      const answer = await runAction(action, backend, parameters);
      return { answer, isLeftWaiting: setsGoing(action, backend, answer) && !(await isProcessing()) };
    },
    report,
  };
}

/** Where calls are processed elsewhere, that is for others to see to. */
function setsGoing({ annotations }: AnyAction, backend: Backend, answer: unknown): boolean {
  return !annotations.isReadOnly && backend.isRemote !== true && callInWork.safeParse(answer).success;
}
