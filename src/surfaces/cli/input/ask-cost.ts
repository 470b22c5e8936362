import { createInterface } from "node:readline/promises";
import type { SearchCost } from "../../../gong-api/call-finding.ts";
import type { CliIo } from "../cli-io.ts";
import { costText } from "../render/cost.ts";

/** Asks a person whether a costly search is worth it; `undefined` where nobody sits at the terminal. */
export function askCost(io: Pick<CliIo, "stdin" | "stderr" | "isTerminal">) {
  if (!io.isTerminal.stdin || !io.isTerminal.stderr) return undefined;
  return async (cost: SearchCost): Promise<boolean> => {
    const reader = createInterface({ input: io.stdin, output: io.stderr });
    try {
      return /^y(?:es)?$/i.test((await reader.question(`${costText(cost)} Go on? [y/N] `)).trim());
    } finally {
      reader.close();
    }
  };
}
