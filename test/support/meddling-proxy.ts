import { createServer, type IncomingMessage, request as forward, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** An answer in the place of the server's. `reset` breaks the connection off. */
export type Meddling =
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string }
  | "reset";

export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly atMs: number;
  status: number;
}

/** Stands between a client and a server, writes down what passes, and answers in the server's place where it is told to. */
export interface MeddlingProxy extends AsyncDisposable {
  readonly url: string;
  readonly seen: SeenRequest[];
  /** Asked for each request; `undefined` lets it pass. */
  meddle: (request: { readonly method: string; readonly path: string; readonly body: string }) => Meddling | undefined;
}

export async function startProxy(target: string | undefined): Promise<MeddlingProxy> {
  const seen: SeenRequest[] = [];
  const server = createServer((request, response) => void serve(request, response));
  server.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port, not on a pipe
  const proxy: MeddlingProxy = {
    url: `http://127.0.0.1:${port}`,
    seen,
    meddle: () => undefined,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return proxy;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [method, path] = [request.method ?? "", request.url ?? ""];
    const entry: SeenRequest = { method, path, atMs: Date.now(), status: 0 };
    seen.push(entry);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer); // an HTTP body without an encoding
    const body = Buffer.concat(chunks);
    const meddled = proxy.meddle({ method, path, body: body.toString("latin1") });
    if (meddled === "reset") return void request.socket.destroy();
    if (meddled !== undefined || target === undefined) {
      const { status, headers = {}, body: text = "" } = meddled ?? { status: 404 };
      entry.status = status;
      response.writeHead(status, { "content-type": "application/json", ...headers }).end(text);
      return;
    }
    const { host: _, ...headers } = request.headers;
    const onward = forward(new URL(path, target), { method, headers }, (answer) => {
      entry.status = answer.statusCode ?? 0;
      response.writeHead(entry.status, answer.headers);
      answer.pipe(response);
    });
    onward.on("error", () => response.destroy());
    onward.end(body);
  }
}

/** An error as Gong's wire has it. */
export function gongError(status: number, sentence: string, headers: Record<string, string> = {}): Meddling {
  return { status, headers, body: JSON.stringify({ requestId: "5hf4xx523um0ng8yv7x", errors: [sentence] }) };
}
