import { access, constants, mkdir, statfs } from "node:fs/promises";
import type { Config } from "../config/config.ts";
import type { AccessKeyRecord } from "../engine/access/access-key-store.ts";
import type { Finding } from "../surfaces/cli/host/processing.ts";
import { examineCertificate } from "./examine-certificate.ts";
import type { Records } from "./open-records.ts";
import { describeSandbox } from "./serving/open-sandbox.ts";
import { configuredUrl } from "./serving/server-url.ts";

const LITTLE_SPACE_BYTES = 2_000_000_000;

/** Looks at each thing that must be right on this machine. Changes nothing but making the data folder. */
export async function* examine(config: Config, openRecords: () => Promise<Records>): AsyncGenerator<Finding> {
  yield { what: "Node.js", state: "ok", detail: process.version };
  yield {
    what: "Settings",
    state: "ok",
    detail: config.configFile === undefined ? "defaults and environment" : `${config.configFile} and environment`,
  };
  yield await examineFolder(config.dataDir);
  yield await attempt("Library", () => examineLibrary(openRecords));
  yield await attempt("Decoder", () => examineDecoder(config));
  yield await attempt("Transcriber", () => examineTranscriber(config));
  yield await attempt("Server", () => examineServer(config, openRecords));
  if (config.server.tls) {
    const files = config.server.tls;
    yield await attempt("Certificate", () => examineCertificate(files, Date.now()));
  }
  if (config.sandbox) yield examineSandbox(config.sandbox);
  yield await attempt("Access keys", () => examineKeys(config, openRecords));
}

async function attempt(what: string, look: () => Promise<Finding>): Promise<Finding> {
  try {
    return await look();
  } catch (error) {
    return { what, state: "missing", detail: error instanceof Error ? error.message : String(error) };
  }
}

async function examineFolder(dataDir: string): Promise<Finding> {
  const what = "Data folder";
  try {
    await mkdir(dataDir, { recursive: true });
    await access(dataDir, constants.W_OK);
  } catch {
    return {
      what,
      state: "missing",
      detail: `${dataDir} cannot be written`,
      mend: "set TAMTAM_DATA_DIR to a folder of your own",
    };
  }
  const { bavail, bsize } = await statfs(dataDir);
  const freeBytes = bavail * bsize;
  const detail = `${dataDir}, ${(freeBytes / 1e9).toFixed(1)} GB free`;
  if (freeBytes >= LITTLE_SPACE_BYTES) return { what, state: "ok", detail };
  return { what, state: "warning", detail, mend: "make room, or set TAMTAM_DATA_DIR to a folder on a larger disk" };
}

async function examineLibrary(openRecords: () => Promise<Records>): Promise<Finding> {
  const records = await openRecords();
  const count = await records.calls.count();
  return { what: "Library", state: "ok", detail: `${count} call${count === 1 ? "" : "s"} in ${records.database.path}` };
}

async function examineDecoder(config: Config): Promise<Finding> {
  const { chooseDecoder } = await import("../engine/media/choose-decoder.ts");
  const decoder = await chooseDecoder(config.media);
  if (decoder.name.startsWith("ffmpeg")) return { what: "Decoder", state: "ok", detail: decoder.name };
  if (!config.media.isFfmpegWanted)
    return { what: "Decoder", state: "ok", detail: `${decoder.name}, as the settings ask` };
  const mend = "install ffmpeg to decode faster and more formats (apt install ffmpeg)";
  return { what: "Decoder", state: "ok", detail: `${decoder.name}, since there is no ffmpeg`, mend };
}

async function examineTranscriber(config: Config): Promise<Finding> {
  const what = "Transcriber";
  const { transcription } = config;
  if (transcription.engine === "openai-compatible") {
    return { what, state: "ok", detail: `${transcription.model} at ${transcription.url}` };
  }
  const { missingModelBytes } = await import("../engine/transcription/moonshine/model-cache.ts");
  const missingBytes = await missingModelBytes(transcription.cacheDir, [transcription.model, "vad"]);
  const name = `Moonshine ${transcription.model}, ${transcription.workerCount} threads`;
  if (missingBytes === 0) return { what, state: "ok", detail: `${name}, weights in ${transcription.cacheDir}` };
  const size = `${Math.round(missingBytes / 1e6)} MB`;
  return {
    what,
    state: "warning",
    detail: `${name}, weights not here yet`,
    mend: `they are fetched with the first call (${size}), once`,
  };
}

async function examineServer(config: Config, openRecords: () => Promise<Records>): Promise<Finding> {
  const workers = await (await openRecords()).queue.workers();
  const url = workers.find((worker) => worker.serverUrl !== undefined)?.serverUrl;
  const detail =
    url === undefined
      ? `not running; tamtam serve would listen on ${configuredUrl(config.server)}`
      : `running at ${url}`;
  return { what: "Server", state: "ok", detail };
}

function examineSandbox(sandbox: NonNullable<Config["sandbox"]>): Finding {
  const mend = "unset TAMTAM_SANDBOX before Gong's paths are used for real";
  return { what: "Sandbox", state: "warning", detail: describeSandbox(sandbox), mend };
}

async function examineKeys(config: Config, openRecords: () => Promise<Records>): Promise<Finding> {
  const what = "Access keys";
  const keys = await (await openRecords()).accessKeys.list();
  const active = keys.filter((key) => isInForce(key, Date.now())).length + (config.accessKey === undefined ? 0 : 1);
  if (active > 0) return { what, state: "ok", detail: `${active} in force` };
  return {
    what,
    state: "warning",
    detail: "none yet",
    mend: "tamtam serve makes the first, tamtam keys create another",
  };
}

function isInForce({ revokedMs, expiresMs }: AccessKeyRecord, nowMs: number): boolean {
  return revokedMs === undefined && (expiresMs === undefined || expiresMs > nowMs);
}
