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
  const config = new ReadOnlyConfig({
    definitions,
    shorthands,
    flatten,
    nerfDarts,
    npmPath: import.meta.dirname,
    argv: [],
    ...(place.environment === undefined ? {} : { env: place.environment }),
    ...(place.workingDir === undefined ? {} : { cwd: place.workingDir }),
  });
  await config.load();
  return config.flat;
}

class ReadOnlyConfig extends Config {
  /** npm's own writes what it read into the environment, for the scripts it starts. */
  override setEnvs(): void {}
}
