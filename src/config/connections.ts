import { z } from "zod";
import { keepsSecrets } from "../lib/secret-transport.ts";
import type { ConfigProblem } from "./config-error.ts";
import type { Settings } from "./env.ts";

/** A connection that the settings describe; its secret is among the secrets. */
export interface ConfiguredConnection {
  /** As it is named elsewhere: lower case, dashes. */
  readonly name: string;
  readonly accessKey: string;
  readonly baseUrl: string;
  readonly kind: "gong" | "tamtam";
  readonly limits: { readonly perSecond?: number | undefined; readonly perDay?: number | undefined } | undefined;
}

export interface ReadConnections {
  readonly connections: readonly ConfiguredConnection[];
  /** By connection. */
  readonly secrets: ReadonlyMap<string, string>;
  readonly problems: readonly ConfigProblem[];
}

const SETTING =
  /^TAMTAM_CONNECTION_([A-Z][A-Z0-9_]*?)_(ACCESS_KEY_SECRET|ACCESS_KEY|BASE_URL|KIND|PER_SECOND|PER_DAY|INSECURE)$/;

const limit = z
  .string()
  .regex(/^[1-9]\d{0,8}$/, { error: "must be a whole number from 1" })
  .transform(Number)
  .optional();

const fields = z.object({
  ACCESS_KEY: z.string({ error: "is required: a connection has an access key" }),
  ACCESS_KEY_SECRET: z.string({ error: "is required: a connection has the secret of its access key" }),
  BASE_URL: z
    .string()
    .refine((text) => URL.canParse(text) && isBaseUrl(new URL(text)), {
      error: "must be an http or https URL without a user name",
    })
    .default("https://api.gong.io"),
  KIND: z.enum(["gong", "tamtam"], { error: "must be gong or tamtam" }).default("gong"),
  PER_SECOND: limit,
  PER_DAY: limit,
  INSECURE: z.enum(["true", "false"], { error: "must be true or false" }).default("false"),
});

function isBaseUrl({ protocol, username, password }: URL): boolean {
  return /^https?:$/.test(protocol) && username === "" && password === "";
}

export function isConnectionSetting(name: string): boolean {
  return SETTING.test(name);
}

/** `TAMTAM_CONNECTION_ACME_ACCESS_KEY` and its like, for as many connections as there are. */
export function readConnections(settings: Settings): ReadConnections {
  const groups = new Map<string, Record<string, string>>();
  for (const [setting, value] of Object.entries(settings)) {
    const [, prefix, field] = SETTING.exec(setting) ?? [];
    if (prefix === undefined || field === undefined) continue;
    groups.set(prefix, { ...groups.get(prefix), [field]: value });
  }
  const connections: ConfiguredConnection[] = [];
  const secrets = new Map<string, string>();
  const problems: ConfigProblem[] = [];
  for (const [prefix, group] of groups) {
    const parsed = fields.safeParse(group);
    if (!parsed.success) {
      problems.push(...parsed.error.issues.map((issue) => problemOf(prefix, issue)));
      continue;
    }
    problems.push(...checkTogether(prefix, parsed.data));
    const connection = describe(prefix, parsed.data);
    connections.push(connection);
    secrets.set(connection.name, parsed.data.ACCESS_KEY_SECRET);
  }
  return { connections, secrets, problems };
}

type Fields = z.infer<typeof fields>;

function describe(prefix: string, { ACCESS_KEY, BASE_URL, KIND, PER_SECOND, PER_DAY }: Fields): ConfiguredConnection {
  const limits =
    PER_SECOND === undefined && PER_DAY === undefined ? undefined : { perSecond: PER_SECOND, perDay: PER_DAY };
  const name = prefix.toLowerCase().replaceAll("_", "-");
  return { name, accessKey: ACCESS_KEY, baseUrl: BASE_URL, kind: KIND, limits };
}

function checkTogether(prefix: string, { BASE_URL, INSECURE }: Fields): ConfigProblem[] {
  const setting = `TAMTAM_CONNECTION_${prefix}`;
  const url = new URL(BASE_URL);
  if (prefix === "EMBEDDED" || prefix === "YOUR_GONG_CONNECTION") {
    return [{ name: `${setting}_ACCESS_KEY`, message: "has the name of the library on this machine; take another" }];
  }
  if (keepsSecrets(url) || INSECURE === "true") return [];
  const message =
    `is plain http, over which everybody on the way to ${url.host} can read the key; use https, or set ` +
    `${setting}_INSECURE=true`;
  return [{ name: `${setting}_BASE_URL`, message }];
}

function problemOf(prefix: string, { path, message }: z.core.$ZodIssue): ConfigProblem {
  return { name: `TAMTAM_CONNECTION_${prefix}_${String(path[0])}`, message };
}
