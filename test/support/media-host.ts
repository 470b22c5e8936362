import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Serve = (request: IncomingMessage, response: ServerResponse) => void;

/** Where recordings are kept in tests: a web server on loopback, one handler a path. */
export interface MediaHost extends AsyncDisposable {
  readonly url: string;
  /** Requests that came, by path, oldest first. */
  readonly requests: readonly string[];
  put(path: string, serve: Serve | { readonly body: Uint8Array; readonly contentType: string }): void;
}

export async function openMediaHost(): Promise<MediaHost> {
  const pages = new Map<string, Serve>();
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    requests.push(path);
    const serve = pages.get(path);
    if (serve) serve(request, response);
    else response.writeHead(404, { "content-type": "text/plain" }).end("not here");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo; // a TCP server's address has a port
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    put(path, page) {
      const serve: Serve =
        typeof page === "function"
          ? page
          : (_request, response) =>
              response
                .writeHead(200, { "content-type": page.contentType, "content-length": page.body.length })
                .end(page.body);
      pages.set(path, serve);
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
