import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { gunzipSync } from "node:zlib";

/** One request of a client and its answer, as they went over the wire. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: IncomingHttpHeaders;
  /** JSON as a value; other text as it is. */
  readonly sent: unknown;
  readonly status: number;
  readonly answer: unknown;
}

/**
 * Stands between a client and the server and hands everything on unchanged. What a client makes of an answer is its own affair: some
 * take a 404 for an empty list, some keep a refusal to themselves. This shows what was asked and answered.
 */
export class RecordingRelay implements AsyncDisposable {
  readonly url: string;
  readonly #server: Server;
  #exchanges: Exchange[] = [];

  private constructor(server: Server) {
    this.#server = server;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on a port
  }

  static async open(target: string): Promise<RecordingRelay> {
    const server = createServer();
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const relay = new RecordingRelay(server);
    server.on("request", async (incoming, outgoing) => {
      const { method = "GET", url = "/", headers } = incoming;
      const body = await buffer(incoming);
      const onward = request(new URL(url, target), { method, headers });
      onward.once("error", () => outgoing.destroy());
      onward.once("response", async (response) => {
        const answer = await buffer(response);
        const { pathname: path, searchParams } = new URL(url, target);
        relay.#exchanges.push({
          method,
          path,
          query: Object.fromEntries(searchParams),
          headers,
          sent: valueOf(body),
          status: response.statusCode ?? 0,
          answer: valueOf(response.headers["content-encoding"] === "gzip" ? gunzipSync(answer) : answer),
        });
        outgoing.writeHead(response.statusCode ?? 502, response.headers).end(answer);
      });
      onward.end(body);
    });
    return relay;
  }

  /** What has passed since the last time. */
  take(): readonly Exchange[] {
    const taken = this.#exchanges;
    this.#exchanges = [];
    return taken;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = once(this.#server, "close");
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }
}

function valueOf(bytes: Buffer): unknown {
  const text = bytes.toString("utf8");
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
