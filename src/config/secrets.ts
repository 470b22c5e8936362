export interface SecretValues {
  readonly accessKeySecret: string | undefined;
  readonly transcriberKey: string | undefined;
  /** Of access keys, by connection. */
  readonly connectionSecrets: ReadonlyMap<string, string>;
}

/** What must not be shown: kept apart from the configuration, and silent when something prints or logs it. */
export class Secrets {
  readonly #values: SecretValues;

  constructor(values: SecretValues) {
    this.#values = values;
  }

  get accessKeySecret(): string | undefined {
    return this.#values.accessKeySecret;
  }

  get transcriberKey(): string | undefined {
    return this.#values.transcriberKey;
  }

  connectionSecret(name: string): string | undefined {
    return this.#values.connectionSecrets.get(name);
  }

  toJSON(): string {
    return "[secret]";
  }
}
