import { once } from "node:events";
import type { LookupFunction } from "node:net";
import { type Agent, request } from "node:https";
import type { IncomingMessage } from "node:http";
import type { TLSSocket } from "node:tls";
import { generate } from "selfsigned";

export interface MadeCertificate {
  readonly cert: string;
  readonly key: string;
}

const DAY_MS = 86_400_000;

/** A certificate for Gong's host and for this machine, which signs for itself; valid from yesterday on unless said otherwise. */
export async function makeCertificate(
  given: { readonly fromMs?: number; readonly untilMs?: number; readonly passphrase?: string } = {},
): Promise<MadeCertificate> {
  const { fromMs = Date.now() - DAY_MS, untilMs = Date.now() + 100 * DAY_MS, passphrase } = given;
  const made = await generate([{ name: "commonName", value: "api.gong.io" }], {
    keyType: "ec",
    algorithm: "sha256",
    notBeforeDate: new Date(fromMs),
    notAfterDate: new Date(untilMs),
    ...(passphrase !== undefined && { passphrase }),
    extensions: [
      { name: "basicConstraints", cA: true },
      {
        name: "subjectAltName",
        altNames: [
          { type: 2, value: "api.gong.io" },
          { type: 7, ip: "127.0.0.1" },
        ],
      },
    ],
  });
  return { cert: made.cert, key: made.private };
}

/** All names are this machine: what a line in `/etc/hosts` does. */
const pointedHere: LookupFunction = (_, options, found) =>
  options.all ? found(null, [{ address: "127.0.0.1", family: 4 }]) : found(null, "127.0.0.1", 4);

export interface TlsAnswer {
  readonly status: number;
  readonly text: string;
  /** SHA-256 of the certificate that the server showed. */
  readonly fingerprint: string;
  readonly protocol: string | null;
}

export interface TlsRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly agent?: Agent;
  /** An old client, which would take any cipher. */
  readonly maxVersion?: "TLSv1.1" | "TLSv1.2" | "TLSv1.3";
}

/** A client that trusts this certificate and no other, and finds every host on this machine. */
export async function fetchOverTls(url: string, { cert }: MadeCertificate, given: TlsRequest = {}): Promise<TlsAnswer> {
  const { method = "GET", headers = {}, body, agent, maxVersion } = given;
  const versions =
    maxVersion === undefined ? {} : { maxVersion, minVersion: "TLSv1.1" as const, ciphers: "DEFAULT@SECLEVEL=0" };
  const asked = request(url, { method, headers, ca: cert, lookup: pointedHere, agent: agent ?? false, ...versions });
  asked.end(body);
  const [response] = (await once(asked, "response")) as [IncomingMessage]; // what "response" comes with
  const socket = response.socket as TLSSocket; // of an HTTPS request
  const { fingerprint256 } = socket.getPeerCertificate();
  const protocol = socket.getProtocol();
  const text = Buffer.concat(await response.toArray()).toString();
  return { status: response.statusCode ?? 0, text, fingerprint: fingerprint256, protocol };
}
