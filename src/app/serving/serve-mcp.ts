import type { Connections } from "../../connection/backend.ts";
import type { Logger } from "../../lib/logger.ts";
import type { McpOrder } from "../../surfaces/cli/host/processing.ts";
import { localRunner } from "../../surfaces/mcp/local-runner.ts";
import { serveMcpOverStdio } from "../../surfaces/mcp/serve-stdio.ts";
import type { Records } from "../open-records.ts";
import { recoverDead } from "../work.ts";
import { makeRequestId } from "./serve.ts";

export interface ServeMcpParts {
  readonly version: string;
  /** Those that take no files of this machine: what a call says may talk an agent into sending one. */
  readonly connections: Connections;
  readonly openRecords: () => Promise<Records>;
  readonly logger: Logger;
}

/** The actions for an agent on this machine. Nothing is opened before a tool is used. */
export async function serveMcp({ version, connections, openRecords, logger }: ServeMcpParts, order: McpOrder) {
  const isProcessing = async () => {
    const records = await openRecords();
    await recoverDead(records);
    return (await records.queue.workers()).length > 0;
  };
  const report = (error: unknown) => {
    const id = makeRequestId();
    logger.error({ err: error, id }, "a tool broke down");
    return id;
  };
  const runner = localRunner({ connections, connection: order.connection, isProcessing, report });
  await serveMcpOverStdio({ version, runner, ...order });
}
