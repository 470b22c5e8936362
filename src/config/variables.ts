import { isIP } from "node:net";
import { z } from "zod";
import { sandboxSetting } from "./sandbox-setting.ts";

const wholeNumber = (minimum: number, maximum: number) =>
  z
    .string()
    .refine((text) => /^\d+$/.test(text) && Number(text) >= minimum && Number(text) <= maximum, {
      error: `must be a whole number from ${minimum} to ${maximum}`,
    })
    .transform(Number);

const positiveNumber = z
  .string()
  .refine((text) => Number.isFinite(Number(text)) && Number(text) > 0, { error: "must be a number above 0" })
  .transform(Number);

const list = z.string().transform((text) =>
  text
    .split(/[\s,]+/)
    .map((item) => item.trim().toLowerCase())
    .filter((item) => item !== ""),
);

const httpUrl = z.string().refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), {
  error: "must be an http or https URL",
});

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

const networks = list.refine((items) => items.every(isNetwork), {
  error: "must be addresses or ranges such as 10.0.0.0/8, with commas between",
});

function isNetwork(text: string): boolean {
  const [address = "", prefix, ...rest] = text.split("/");
  const bits = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  const isPrefix = prefix === undefined || (/^\d+$/.test(prefix) && Number(prefix) <= bits);
  return bits > 0 && isPrefix && rest.length === 0;
}

/** Every variable there is, with what it means; `docs/configuration.md` and `.env.example` say the same. */
export const variables = {
  TAMTAM_DATA_DIR: z.string().optional(),
  TAMTAM_CONFIG_FILE: z.string().optional(),
  TAMTAM_CONNECTION: z.string().optional(),
  TAMTAM_HOST: z.string().default("127.0.0.1"),
  TAMTAM_PORT: wholeNumber(0, 65_535).default(8090),
  TAMTAM_PUBLIC_URL: httpUrl.optional(),
  TAMTAM_TLS_CERT: z.string().optional(),
  TAMTAM_TLS_KEY: z.string().optional(),
  TAMTAM_ACCESS_KEY: z.string().min(8, { error: "must have at least 8 characters" }).optional(),
  TAMTAM_ACCESS_KEY_SECRET: z.string().min(16, { error: "must have at least 16 characters" }).optional(),
  TAMTAM_TRUSTED_PROXIES: networks.default([]),
  TAMTAM_LIMITS: z.enum(["none", "gong"], { error: "must be none or gong" }).default("none"),
  TAMTAM_LIMIT_PER_SECOND: wholeNumber(1, 100_000).optional(),
  TAMTAM_LIMIT_PER_DAY: wholeNumber(1, 1_000_000_000).optional(),
  TAMTAM_SANDBOX: sandboxSetting.optional(),
  TAMTAM_SANDBOX_SEED: z.string().default("tamtam"),
  TAMTAM_COMPANY_DOMAINS: list.default([]),
  TAMTAM_TIME_ZONE: z
    .string()
    .refine(isTimeZone, { error: "must be the name of a time zone, such as Europe/Berlin" })
    .default("UTC"),
  TAMTAM_SYNC: list.default([]),
  TAMTAM_AUDIT_DAYS: wholeNumber(1, 3650).default(365),
  TAMTAM_ERASE_MAX_CALLS: wholeNumber(1, 1_000_000_000).default(100),
  TAMTAM_WEBHOOK_ALLOW_HOSTS: list.default([]),
  TAMTAM_MEDIA_ALLOW_HOSTS: list.default([]),
  TAMTAM_MEDIA_MAX_GB: positiveNumber.default(1.5),
  TAMTAM_MEDIA_MAX_HOURS: positiveNumber.default(8),
  TAMTAM_FFMPEG_PATH: z.string().optional(),
  TAMTAM_TRANSCRIBER: z
    .enum(["moonshine", "openai-compatible"], { error: "must be moonshine or openai-compatible" })
    .default("moonshine"),
  TAMTAM_MODEL: z.enum(["base", "fast"], { error: "must be base or fast" }).default("base"),
  TAMTAM_MODEL_CACHE: z.string().optional(),
  TAMTAM_TRANSCRIBER_URL: httpUrl.optional(),
  TAMTAM_TRANSCRIBER_KEY: z.string().optional(),
  TAMTAM_TRANSCRIBER_MODEL: z.string().default("whisper-1"),
  TAMTAM_WORKERS: wholeNumber(1, 64).optional(),
  TAMTAM_LOG_LEVEL: z
    .enum(["debug", "info", "warn", "error", "silent"], { error: "must be debug, info, warn, error or silent" })
    .default("warn"),
};
