import { createHash, createPublicKey, verify } from "node:crypto";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";

export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Answers of the receiver, in order; the last one is repeated. `"never"`: it takes the request and says nothing. */
export type ReceiverAnswer = {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: string;
};

/** A system that is told of calls: a real HTTP server on this machine. */
export class WebhookReceiver implements AsyncDisposable {
  readonly received: Received[] = [];
  answers: (ReceiverAnswer | "never")[] = [{ status: 200 }];
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        this.received.push({
          path: request.url ?? "",
          headers: request.headers,
          body: Buffer.concat(chunks).toString("utf8"),
        });
        const answer = this.answers.length > 1 ? this.answers.shift() : this.answers[0];
        if (answer === undefined || answer === "never") return;
        response.writeHead(answer.status, answer.headers).end(answer.body ?? "");
      });
    });
  }

  /** @param port the one it had before, when it comes up again */
  static async open(port = 0): Promise<WebhookReceiver> {
    const receiver = new WebhookReceiver();
    await new Promise<void>((resolve) => {
      receiver.#server.listen(port, "127.0.0.1", resolve);
    });
    return receiver;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port; // it listens
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/hook`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => {
      this.#server.close(resolve);
    });
  }
}

/** The claims of a JWT whose signature is right, checked with Node's own cryptography; `undefined` where it is not. */
export function verifiedClaims(jwt: string, publicKeyPem: string): Readonly<Record<string, unknown>> | undefined {
  const [header = "", claims = "", signature = ""] = jwt.split(".");
  const { alg } = JSON.parse(Buffer.from(header, "base64url").toString("utf8")) as { alg: string }; // a JWT's header
  const isRight =
    alg === "RS256" &&
    verify(
      "RSA-SHA256",
      Buffer.from(`${header}.${claims}`),
      createPublicKey(publicKeyPem),
      Buffer.from(signature, "base64url"),
    );
  if (!isRight) return undefined;
  return JSON.parse(Buffer.from(claims, "base64url").toString("utf8")) as Record<string, unknown>; // a JWT's claims
}

export function sha256Hex(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
