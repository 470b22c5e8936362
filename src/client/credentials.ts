/** What a request says who it is from. */
export interface Credentials {
  /** The value of the `Authorization` header. @throws RemoteError when there is none to be had any more */
  authorization(): Promise<string>;
  /** After `rejected` was refused: whether there is another value now. An access key has none. */
  renew?(rejected: string): Promise<boolean>;
}

/** Gong: HTTP Basic of the access key and its secret. */
export function accessKeyCredentials(accessKey: string, accessKeySecret: string): Credentials {
  const bytes = new TextEncoder().encode(`${accessKey}:${accessKeySecret}`);
  const header = `Basic ${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))}`;
  return { authorization: async () => header };
}
