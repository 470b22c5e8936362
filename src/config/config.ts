import { availableParallelism } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import type { SwitchSettings } from "../gong-api/tamtam/sandbox-switches.ts";
import { ConfigError, type ConfigProblem } from "./config-error.ts";
import { type ConfiguredConnection, isConnectionSetting, readConnections } from "./connections.ts";
import type { SettingsSource } from "./env.ts";
import { Secrets } from "./secrets.ts";
import { variables } from "./variables.ts";

const GIGABYTE = 1_000_000_000;

const schema = z.object(variables);

export interface Config {
  readonly dataDir: string;
  readonly configFile: string | undefined;
  /** The connection of commands that name none; the embedded engine where it is not set. */
  readonly connection: string | undefined;
  readonly connections: readonly ConfiguredConnection[];
  readonly server: {
    readonly host: string;
    readonly port: number;
    readonly publicUrl: string | undefined;
    /** PEM files; HTTP where there are none. */
    readonly tls: { readonly certFile: string; readonly keyFile: string } | undefined;
  };
  readonly accessKey: string | undefined;
  /** Whose `X-Forwarded-For` is believed: addresses and CIDR ranges. */
  readonly trustedProxies: readonly string[];
  /** Of requests to Gong's paths; no bound where undefined. */
  readonly limits: { readonly perSecond: number | undefined; readonly perDay: number | undefined };
  /** Troubles made on Gong's paths; absent where nothing may make any. */
  readonly sandbox: { readonly seed: string; readonly switches: SwitchSettings } | undefined;
  readonly companyDomains: readonly string[];
  /** IANA name. */
  readonly timeZone: string;
  /** An erasure of somebody's data that takes more calls is refused. */
  readonly maxErasedCalls: number;
  /** How long it is kept who did what. */
  readonly auditDays: number;
  /** Connections whose mirrors a server keeps in step. */
  readonly syncedConnections: readonly string[];
  /** Private hosts that webhooks may be sent to. */
  readonly webhookAllowHosts: readonly string[];
  readonly media: {
    readonly allowHosts: readonly string[];
    readonly maxBytes: number;
    readonly maxDurationMs: number;
    readonly ffmpegPath: string | undefined;
    /** False where the built-in decoder is wanted: `TAMTAM_FFMPEG_PATH=none`. */
    readonly isFfmpegWanted: boolean;
  };
  readonly transcription:
    | {
        readonly engine: "moonshine";
        readonly model: "base" | "tiny";
        readonly cacheDir: string;
        readonly workerCount: number;
      }
    | { readonly engine: "openai-compatible"; readonly url: string; readonly model: string };
  readonly logLevel: "debug" | "info" | "warn" | "error" | "silent";
}

/**
 * Checks all settings, and what must hold between them.
 * @throws ConfigError with every problem found.
 */
export function makeConfig(source: SettingsSource): { config: Config; secrets: Secrets } {
  const problems = unknownVariables(source);
  const named = readConnections(source.settings);
  problems.push(...named.problems);
  const parsed = schema.safeParse(source.settings);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const name = String(issue.path[0]);
      const isSecret = name.endsWith("_SECRET") || name.endsWith("TRANSCRIBER_KEY");
      problems.push({ name, message: `${issue.message}${isSecret ? "" : `; got "${source.settings[name] ?? ""}"`}` });
    }
    throw new ConfigError(problems);
  }
  problems.push(...checkTogether(parsed.data));
  if (problems.length > 0) throw new ConfigError(problems);
  return {
    config: { ...group(parsed.data, source), connections: named.connections },
    secrets: new Secrets({
      accessKeySecret: parsed.data.TAMTAM_ACCESS_KEY_SECRET,
      transcriberKey: parsed.data.TAMTAM_TRANSCRIBER_KEY,
      connectionSecrets: named.secrets,
    }),
  };
}

type Values = z.infer<typeof schema>;

function unknownVariables(source: SettingsSource): ConfigProblem[] {
  return Object.keys(source.settings)
    .filter((name) => !(name in variables) && !isConnectionSetting(name))
    .map((name) => ({ name, message: "is not a setting; docs/configuration.md lists those there are" }));
}

function checkTogether(values: Values): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  if ((values.TAMTAM_ACCESS_KEY === undefined) !== (values.TAMTAM_ACCESS_KEY_SECRET === undefined)) {
    const missing = values.TAMTAM_ACCESS_KEY === undefined ? "TAMTAM_ACCESS_KEY" : "TAMTAM_ACCESS_KEY_SECRET";
    problems.push({
      name: missing,
      message: "is required: TAMTAM_ACCESS_KEY and TAMTAM_ACCESS_KEY_SECRET go together",
    });
  }
  if ((values.TAMTAM_TLS_CERT === undefined) !== (values.TAMTAM_TLS_KEY === undefined)) {
    const missing = values.TAMTAM_TLS_CERT === undefined ? "TAMTAM_TLS_CERT" : "TAMTAM_TLS_KEY";
    problems.push({ name: missing, message: "is required: TAMTAM_TLS_CERT and TAMTAM_TLS_KEY go together" });
  }
  if (values.TAMTAM_TRANSCRIBER === "openai-compatible" && values.TAMTAM_TRANSCRIBER_URL === undefined) {
    problems.push({
      name: "TAMTAM_TRANSCRIBER_URL",
      message: "is required with TAMTAM_TRANSCRIBER=openai-compatible, such as http://127.0.0.1:8000/v1",
    });
  }
  return problems;
}

function tlsOf({ TAMTAM_TLS_CERT: certFile, TAMTAM_TLS_KEY: keyFile }: Values): Config["server"]["tls"] {
  return certFile === undefined || keyFile === undefined ? undefined : { certFile, keyFile };
}

/** Gong: 3 requests a second, 10,000 a day. */
function limitsOf(values: Values): Config["limits"] {
  const { perSecond, perDay } = values.TAMTAM_LIMITS === "gong" ? { perSecond: 3, perDay: 10_000 } : {};
  return {
    perSecond: values.TAMTAM_LIMIT_PER_SECOND ?? perSecond,
    perDay: values.TAMTAM_LIMIT_PER_DAY ?? perDay,
  };
}

function group(values: Values, source: SettingsSource): Omit<Config, "connections"> {
  const { dataDir } = source;
  return {
    dataDir,
    configFile: source.file,
    connection: values.TAMTAM_CONNECTION,
    server: {
      host: values.TAMTAM_HOST,
      port: values.TAMTAM_PORT,
      publicUrl: values.TAMTAM_PUBLIC_URL?.replace(/\/+$/, ""),
      tls: tlsOf(values),
    },
    accessKey: values.TAMTAM_ACCESS_KEY,
    trustedProxies: values.TAMTAM_TRUSTED_PROXIES,
    limits: limitsOf(values),
    sandbox: values.TAMTAM_SANDBOX && { seed: values.TAMTAM_SANDBOX_SEED, switches: values.TAMTAM_SANDBOX },
    companyDomains: values.TAMTAM_COMPANY_DOMAINS,
    timeZone: values.TAMTAM_TIME_ZONE,
    maxErasedCalls: values.TAMTAM_ERASE_MAX_CALLS,
    auditDays: values.TAMTAM_AUDIT_DAYS,
    syncedConnections: values.TAMTAM_SYNC,
    webhookAllowHosts: values.TAMTAM_WEBHOOK_ALLOW_HOSTS,
    media: {
      allowHosts: values.TAMTAM_MEDIA_ALLOW_HOSTS,
      maxBytes: Math.round(values.TAMTAM_MEDIA_MAX_GB * GIGABYTE),
      maxDurationMs: Math.round(values.TAMTAM_MEDIA_MAX_HOURS * 3_600_000),
      ffmpegPath: values.TAMTAM_FFMPEG_PATH === "none" ? undefined : values.TAMTAM_FFMPEG_PATH,
      isFfmpegWanted: values.TAMTAM_FFMPEG_PATH !== "none",
    },
    transcription:
      values.TAMTAM_TRANSCRIBER === "moonshine"
        ? {
            engine: "moonshine",
            model: values.TAMTAM_MODEL === "fast" ? "tiny" : "base",
            cacheDir: values.TAMTAM_MODEL_CACHE ?? join(dataDir, "models"),
            workerCount: values.TAMTAM_WORKERS ?? availableParallelism(),
          }
        : {
            engine: "openai-compatible",
            url: values.TAMTAM_TRANSCRIBER_URL ?? "",
            model: values.TAMTAM_TRANSCRIBER_MODEL,
          },
    logLevel: values.TAMTAM_LOG_LEVEL,
  };
}
