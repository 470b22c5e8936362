import { createPrivateKey, type KeyObject, X509Certificate } from "node:crypto";
import { readFile } from "node:fs/promises";
import { SetupError } from "../../calls/errors.ts";

/** PEM files: the certificate, with those it leans on after it, and its key. */
export interface TlsFiles {
  readonly certFile: string;
  readonly keyFile: string;
}

export interface TlsCertificate {
  /** As in the files. */
  readonly cert: string;
  readonly key: string;
  readonly expiresMs: number;
  /** `DNS:api.gong.io, IP Address:127.0.0.1` */
  readonly names: string;
}

/** Reads both files and looks whether they can be used, now and together. @throws SetupError with every problem and its mend */
export async function readTlsCertificate({ certFile, keyFile }: TlsFiles, nowMs: number): Promise<TlsCertificate> {
  const [cert, key] = await Promise.allSettled([
    readPem("TAMTAM_TLS_CERT", certFile, parseCertificate),
    readPem("TAMTAM_TLS_KEY", keyFile, parseKey),
  ]);
  if (cert.status === "rejected" || key.status === "rejected") {
    const causes = [cert, key].flatMap((read) => (read.status === "rejected" ? [read.reason as SetupError] : [])); // readPem throws no other
    throw new SetupError(causes.map(({ message }) => message).join("\n"), { cause: causes[0] });
  }
  const certificate = cert.value.parsed;
  if (!certificate.checkPrivateKey(key.value.parsed)) {
    throw new SetupError(
      `TAMTAM_TLS_KEY: ${keyFile} is not the key of the certificate in ${certFile}; name two files that were made together, with certbot fullchain.pem and privkey.pem of one folder.`,
    );
  }
  const expiresMs = checkDates(certificate, certFile, nowMs);
  return { cert: cert.value.text, key: key.value.text, expiresMs, names: certificate.subjectAltName ?? "" };
}

interface ReadPem<Parsed> {
  readonly text: string;
  readonly parsed: Parsed;
}

async function readPem<Parsed>(
  variable: string,
  file: string,
  parse: (pem: string) => Parsed | Unusable,
): Promise<ReadPem<Parsed>> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    const why = error.code === "ENOENT" ? "is not there" : `cannot be read (${error.code})`;
    throw new SetupError(`${variable}: ${file} ${why}; name a PEM file that the user who runs Tamtam may read.`, {
      cause: error,
    });
  });
  const parsed = parse(text);
  if (parsed instanceof Unusable) throw new SetupError(`${variable}: ${file} ${parsed.why}`);
  return { text, parsed };
}

/** What is wrong with the text of a file, and what to do. */
class Unusable {
  readonly why: string;
  constructor(why: string) {
    this.why = why;
  }
}

function parseCertificate(pem: string): X509Certificate | Unusable {
  try {
    return new X509Certificate(pem);
  } catch {
    return new Unusable("holds no certificate in PEM; it has to begin with -----BEGIN CERTIFICATE-----.");
  }
}

function parseKey(pem: string): KeyObject | Unusable {
  try {
    return createPrivateKey(pem);
  } catch {
    return new Unusable(
      pem.includes("ENCRYPTED")
        ? "is locked with a passphrase; write it without one: openssl pkey -in locked.pem -out key.pem"
        : "holds no private key in PEM; it has to begin with -----BEGIN PRIVATE KEY----- or the like.",
    );
  }
}

/** When the certificate expires. */
function checkDates(certificate: X509Certificate, certFile: string, nowMs: number): number {
  const expiresMs = Date.parse(certificate.validTo);
  if (expiresMs <= nowMs) {
    throw new SetupError(
      `TAMTAM_TLS_CERT: the certificate in ${certFile} expired on ${certificate.validTo}; renew it, with certbot by certbot renew.`,
    );
  }
  if (Date.parse(certificate.validFrom) > nowMs) {
    throw new SetupError(
      `TAMTAM_TLS_CERT: the certificate in ${certFile} is not valid before ${certificate.validFrom}; look whether this machine's clock is right.`,
    );
  }
  return expiresMs;
}
