import Config from "@npmcli/config";
import npmDefinitions from "@npmcli/config/lib/definitions/index.js";

/** Whose npm configuration to read; left out, that of this process and its working folder. */
export interface NpmPlace {
  readonly workingDir?: string | undefined;
  readonly environment?: Readonly<Record<string, string | undefined>> | undefined;
}

/** Options as npm's own libraries take them: registry, proxy, certificates, credentials, cache, retries. */
export type NpmOptions = Readonly<Record<string, unknown>>;

/**
 * What `npm` itself would use here: built-in defaults, the global, user and project `.npmrc`, and `npm_config_*` variables.
 */
export async function readNpmConfiguration(place: NpmPlace = {}): Promise<NpmOptions> {
  const { definitions, shorthands, flatten, nerfDarts } = npmDefinitions;
  const config = new Config({
    definitions,
    shorthands,
    flatten,
    nerfDarts,
    npmPath: import.meta.dirname,
    // A copy, because reading the configuration writes npm's variables into it.
    env: { ...(place.environment ?? process.env) },
    argv: [],
    cwd: place.workingDir ?? process.cwd(),
  });
  await config.load();
  return config.flat;
}
