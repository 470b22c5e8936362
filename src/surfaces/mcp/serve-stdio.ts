import type { Readable, Writable } from "node:stream";
import { serveStdio, StdioServerTransport } from "@modelcontextprotocol/server/stdio";
import type { ActionRunner, RanAction } from "../../connection/action-runner.ts";
import { actions } from "../../connection/actions.ts";
import { createMcpServer } from "./mcp-server.ts";
import { toolOfAction } from "./tool-of-action.ts";

export interface StdioParts {
  readonly version: string;
  readonly runner: ActionRunner;
  readonly stdin: Readable;
  /** Gets messages of the protocol and nothing else. */
  readonly stdout: Writable;
  readonly signal: AbortSignal;
}

/** Serves one client until it closes its end, or the signal aborts, and what it had begun is over. */
export async function serveMcpOverStdio({ version, runner, stdin, stdout, signal }: StdioParts): Promise<void> {
  const running = new Set<Promise<RanAction>>();
  const counted: ActionRunner = {
    ...runner,
    run: async (...order) => {
      const run = runner.run(...order);
      running.add(run);
      return run.finally(() => running.delete(run));
    },
  };
  const transport = new StdioServerTransport(stdin, stdout);
  const parts = { version, runner: counted, tools: actions.map(toolOfAction) };
  const serving = serveStdio(() => createMcpServer(parts), {
    transport,
    onerror: (error) => runner.report(error),
  });
  await closing(transport, serving, signal);
  await Promise.allSettled(running);
}

function closing(transport: StdioServerTransport, serving: { close(): Promise<void> }, signal: AbortSignal) {
  return new Promise<void>((resolve) => {
    const onClose = transport.onclose;
    // oxlint-disable-next-line unicorn/prefer-add-event-listener -- the transport is no event target
    transport.onclose = () => {
      onClose?.();
      resolve();
    };
    const close = () => void serving.close().then(resolve);
    if (signal.aborted) close();
    else signal.addEventListener("abort", close, { once: true });
  });
}
