/** What must not be shown: kept apart from the configuration, and silent when something prints or logs it. */
export class Secrets {
  readonly #values: { readonly accessKeySecret: string | undefined; readonly transcriberKey: string | undefined };

  constructor(values: { accessKeySecret: string | undefined; transcriberKey: string | undefined }) {
    this.#values = values;
  }

  get accessKeySecret(): string | undefined {
    return this.#values.accessKeySecret;
  }

  get transcriberKey(): string | undefined {
    return this.#values.transcriberKey;
  }

  toJSON(): string {
    return "[secret]";
  }
}
