import type { Finding } from "../surfaces/cli/host/processing.ts";
import { readTlsCertificate, type TlsFiles } from "../surfaces/http/tls-certificate.ts";

const DAY_MS = 86_400_000;
/** certbot renews 30 days before the end, so that half of them are enough to notice that it does not. */
const WARNED_DAYS = 15;

/** @throws SetupError when it cannot be used */
export async function examineCertificate(files: TlsFiles, nowMs: number): Promise<Finding> {
  const what = "Certificate";
  const { expiresMs, names } = await readTlsCertificate(files, nowMs);
  const days = Math.floor((expiresMs - nowMs) / DAY_MS);
  const detail = `${names === "" ? files.certFile : names}, valid for ${days} more day${days === 1 ? "" : "s"}`;
  if (days >= WARNED_DAYS) return { what, state: "ok", detail };
  return { what, state: "warning", detail, mend: "renew it; a running server takes the new files by itself" };
}
