import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type MadeCertificate, makeCertificate } from "../../../test/support/tls-client.ts";
import { readTlsCertificate } from "./tls-certificate.ts";

const NOW_MS = Date.parse("2026-06-12T09:30:00Z");
const YEAR_MS = 365 * 86_400_000;

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tamtam-tls-"));
});

afterEach(() => rm(folder, { recursive: true }));

async function write({ cert, key }: Partial<MadeCertificate>) {
  const files = { certFile: join(folder, "cert.pem"), keyFile: join(folder, "key.pem") };
  if (cert !== undefined) await writeFile(files.certFile, cert);
  if (key !== undefined) await writeFile(files.keyFile, key);
  return files;
}

const valid = (fromMs: number, untilMs: number) => makeCertificate({ fromMs, untilMs });

async function refusal(given: Partial<MadeCertificate>): Promise<string> {
  const read = readTlsCertificate(await write(given), NOW_MS);
  await expect(read).rejects.toMatchObject({ code: "setup" });
  return String(await read.catch((error: unknown) => error)).replaceAll(folder, "/etc/tls");
}

test("files that go together are taken as they are, with names and end", async () => {
  const made = await valid(NOW_MS - 1000, NOW_MS + YEAR_MS);
  expect(await readTlsCertificate(await write(made), NOW_MS)).toEqual({
    ...made,
    expiresMs: NOW_MS + YEAR_MS,
    names: "DNS:api.gong.io, IP Address:127.0.0.1",
  });
});

test("files that are not there are both named, with their variables and the mend", async () => {
  const problem = await refusal({});
  expect(problem).toContain("TAMTAM_TLS_CERT: /etc/tls/cert.pem is not there; name a PEM file");
  expect(problem).toContain("TAMTAM_TLS_KEY: /etc/tls/key.pem is not there; name a PEM file");
});

test("texts that are no certificate and no key are told from each other", async () => {
  const made = await valid(NOW_MS - 1000, NOW_MS + YEAR_MS);
  expect(await refusal({ cert: made.key, key: made.key })).toContain(
    "TAMTAM_TLS_CERT: /etc/tls/cert.pem holds no certificate in PEM; it has to begin with -----BEGIN CERTIFICATE-----",
  );
  expect(await refusal({ cert: made.cert, key: made.cert })).toContain(
    "TAMTAM_TLS_KEY: /etc/tls/key.pem holds no private key in PEM",
  );
});

test("a key with a passphrase is told how to lose it", async () => {
  const made = await makeCertificate({ fromMs: NOW_MS - 1000, untilMs: NOW_MS + YEAR_MS, passphrase: "secret" });
  expect(await refusal(made)).toContain("TAMTAM_TLS_KEY: /etc/tls/key.pem is locked with a passphrase");
});

test("a key of another certificate is found out before anybody connects", async () => {
  const [one, other] = await Promise.all([1, 2].map(() => valid(NOW_MS - 1000, NOW_MS + YEAR_MS)));
  expect(await refusal({ ...one, ...(other && { key: other.key }) })).toContain(
    "TAMTAM_TLS_KEY: /etc/tls/key.pem is not the key of the certificate in /etc/tls/cert.pem",
  );
});

test("a certificate is refused after its end and before its begin", async () => {
  expect(await refusal(await valid(NOW_MS - YEAR_MS, NOW_MS))).toContain(
    "TAMTAM_TLS_CERT: the certificate in /etc/tls/cert.pem expired on Jun 12 09:30:00 2026 GMT; renew it",
  );
  expect(await refusal(await valid(NOW_MS + 1000, NOW_MS + YEAR_MS))).toContain(
    "is not valid before Jun 12 09:30:01 2026 GMT; look whether this machine's clock is right",
  );
});
