import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import type { ActionRunner, RanAction } from "../../connection/action-runner.ts";
import { serveMcpOverStdio } from "./serve-stdio.ts";

interface Serving {
  readonly stdin: PassThrough;
  readonly stop: AbortController;
  readonly begun: PromiseWithResolvers<AbortSignal>;
  readonly work: PromiseWithResolvers<RanAction>;
  /** What happened, in order. */
  readonly order: string[];
  readonly over: Promise<void>;
}

function serve(): Serving {
  const [stdin, stdout, stop] = [new PassThrough(), new PassThrough(), new AbortController()];
  const [begun, work] = [Promise.withResolvers<AbortSignal>(), Promise.withResolvers<RanAction>()];
  const order: string[] = [];
  const runner: ActionRunner = {
    run: async (_action, _parameters, signal) => {
      begun.resolve(signal);
      const ran = await work.promise;
      order.push("the action is over");
      return ran;
    },
    report: (error) => String(error),
  };
  const serving = serveMcpOverStdio({ version: "1.2.3", runner, stdin, stdout, signal: stop.signal });
  const over = serving.then(() => void order.push("the server is over"));
  return { stdin, stop, begun, work, order, over };
}

function send(stdin: PassThrough, message: object): void {
  stdin.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
}

const search = { id: 1, method: "tools/call", params: { name: "search-calls", arguments: {} } };

describe("MCP over standard input and output", () => {
  it.each([
    ["its client closes its end", ({ stdin }: Serving) => void stdin.end()],
    ["it is to stop", ({ stop }: Serving) => stop.abort()],
  ])("ends when %s, after what it had begun, which it asks to give up", async (_, end) => {
    const serving = serve();
    send(serving.stdin, search);
    const signal = await serving.begun.promise;
    const givenUp = new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
    end(serving);
    await givenUp;
    // All that the end sets going is done by the next turn.
    await new Promise((resolve) => setImmediate(resolve));
    expect(serving.order).toEqual([]);
    serving.work.resolve({ answer: {} });
    await serving.over;
    expect(serving.order).toEqual(["the action is over", "the server is over"]);
  });

  it("does not begin where it is to stop already", async () => {
    const stop = new AbortController();
    stop.abort();
    const runner = { run: () => Promise.reject(new Error("nothing is run here")), report: () => "" };
    const streams = { stdin: new PassThrough(), stdout: new PassThrough() };
    await serveMcpOverStdio({ version: "1.2.3", runner, ...streams, signal: stop.signal });
    expect(streams.stdout.read()).toBeNull();
  });
});
