import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { parseEnv } from "node:util";
import { ConfigError } from "./config-error.ts";

/** Every setting as the text that was given for it, by its `TAMTAM_…` name. */
export type Settings = Readonly<Record<string, string>>;

/** Where settings come from, for messages and `tamtam doctor`. */
export interface SettingsSource {
  readonly settings: Settings;
  readonly dataDir: string;
  /** The file that was read, if there was one. */
  readonly file: string | undefined;
}

const PREFIX = "TAMTAM_";
/** Settings of tests and benches, which the product has no use for. */
const TEST_PREFIX = "TAMTAM_TEST_";

/**
 * Gathers the settings: variables of the environment, and below them those of the file `tamtam.env` in the data folder (or of the
 * file that `TAMTAM_CONFIG_FILE` names). This file is the one place that reads the environment.
 */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): SettingsSource {
  const fromEnvironment = pick(environment);
  const dataDir = resolve(fromEnvironment["TAMTAM_DATA_DIR"] ?? join(homedir(), ".tamtam"));
  const named = fromEnvironment["TAMTAM_CONFIG_FILE"];
  const path = named === undefined ? join(dataDir, "tamtam.env") : resolve(named);
  const text = readOptional(path, named !== undefined);
  return {
    settings: { ...(text === undefined ? {} : parseEnv(text)), ...fromEnvironment } as Settings, // parseEnv has no undefined values
    dataDir,
    file: text === undefined ? undefined : path,
  };
}

/** Whether this is a script of npm (`npm start`, `npx tamtam`). */
export function isRunByNpm(environment: NodeJS.ProcessEnv = process.env): boolean {
  return environment["npm_lifecycle_event"] !== undefined;
}

function pick(environment: NodeJS.ProcessEnv): Record<string, string> {
  const picked: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) {
    const isOurs = name.startsWith(PREFIX) && !name.startsWith(TEST_PREFIX);
    if (isOurs && value !== undefined && value !== "") picked[name] = value;
  }
  return picked;
}

function readOptional(path: string, isRequired: boolean): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    const isAbsent = code === "ENOENT" || code === "ENOTDIR";
    if (isAbsent && !isRequired) return undefined;
    const what = isAbsent ? "is not there" : `cannot be read (${String(code ?? error)})`;
    throw new ConfigError([{ name: isRequired ? "TAMTAM_CONFIG_FILE" : "settings file", message: `${path} ${what}` }]);
  }
}
