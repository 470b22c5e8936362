import { z } from "zod";
import { actionNamed } from "../../../connection/actions.ts";
import { runAction } from "../../../connection/run-action.ts";
import { interruptible } from "../run-commands.ts";
import type { LibraryTools } from "./library-tools.ts";
import { nextLines } from "./next-lines.ts";
import { addSampleCall } from "./sample-call.ts";

const total = z.object({ pagination: z.object({ totalRecords: z.number() }) });

/**
 * Says how many calls there are and what to type next; adds the sample call to an empty library where that is wanted.
 */
export async function showLibrary(tools: LibraryTools): Promise<void> {
  const { host, output, connection, signal } = tools;
  const found = await interruptible(signal, async () => {
    const backend = await host.connections.open(connection);
    return runAction(actionNamed("search-calls"), backend, { entries: [["page-size", "1"]] });
  });
  const { totalRecords } = total.parse(found).pagination;
  if (totalRecords === 0 && tools.isSampleWanted) return addSampleCall(tools);
  const count = totalRecords === 1 ? "is 1 call" : `are ${totalRecords} calls`;
  await output.line(totalRecords === 0 ? "There are no calls yet." : `There ${count} here.`);
  await output.line(nextLines(tools.server, undefined));
}
