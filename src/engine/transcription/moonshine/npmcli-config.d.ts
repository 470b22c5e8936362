/** The part of npm's configuration reader that is used here; the package brings no types. */
declare module "@npmcli/config" {
  export interface ConfigOptions {
    readonly definitions: object;
    readonly shorthands: object;
    readonly flatten: object;
    readonly nerfDarts: readonly string[];
    /** Where npm itself is installed. */
    readonly npmPath: string;
    readonly env?: Readonly<Record<string, string | undefined>>;
    readonly argv?: readonly string[];
    readonly cwd?: string;
  }

  export default class Config {
    constructor(options: ConfigOptions);
    load(): Promise<void>;
    setEnvs(): void;
    /** In the form npm's libraries take as their options. */
    readonly flat: Readonly<Record<string, unknown>>;
  }
}

declare module "@npmcli/config/lib/definitions/index.js" {
  const all: {
    readonly definitions: object;
    readonly shorthands: object;
    readonly flatten: object;
    readonly nerfDarts: readonly string[];
  };
  export default all;
}
