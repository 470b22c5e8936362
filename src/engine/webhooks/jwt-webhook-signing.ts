import { createHash, createPublicKey } from "node:crypto";
import type { CryptoKey } from "jose";
import type { WebhookPublicKey, WebhookSigning } from "./webhook-signing.ts";

/** Gong: its webhooks are signed so. */
const ALGORITHM = "RS256";

/** Where the key pair is kept: one text for all processes on the same data. */
export interface SigningKeyPlace {
  read(): Promise<string | undefined>;
  /** Unless there is one. @returns the one that is there then */
  settle(text: string): Promise<string>;
  replace(text: string): Promise<void>;
}

interface StoredKey {
  readonly keyId: string;
  readonly privatePem: string;
  readonly createdMs: number;
}

/** Signs with an RSA key pair that is made when it is first asked for. */
export class JwtWebhookSigning implements WebhookSigning {
  readonly #place: SigningKeyPlace;
  readonly #clock: () => number;
  #imported: { readonly keyId: string; readonly key: CryptoKey } | undefined;

  constructor(place: SigningKeyPlace, clock: () => number) {
    this.#place = place;
    this.#clock = clock;
  }

  async sign({ url, body }: { readonly url: string; readonly body: string }): Promise<string> {
    // Loaded when something is signed, and not whenever the library is opened.
    const { importPKCS8, SignJWT } = await import("jose");
    const { keyId, privatePem } = await this.#current();
    // Another process may have made another key meanwhile.
    if (this.#imported?.keyId !== keyId) this.#imported = { keyId, key: await importPKCS8(privatePem, ALGORITHM) };
    const claims = { webhook_url: url, body_sha256: createHash("sha256").update(body).digest("hex") };
    return new SignJWT(claims).setProtectedHeader({ alg: ALGORITHM, typ: "JWT", kid: keyId }).sign(this.#imported.key);
  }

  async publicKey(): Promise<WebhookPublicKey> {
    return toPublic(await this.#current());
  }

  async rotate(): Promise<WebhookPublicKey> {
    const made = await makeKey(this.#clock());
    await this.#place.replace(JSON.stringify(made));
    return toPublic(made);
  }

  async #current(): Promise<StoredKey> {
    const text = (await this.#place.read()) ?? (await this.#place.settle(JSON.stringify(await makeKey(this.#clock()))));
    return JSON.parse(text) as StoredKey; // written here
  }
}

async function makeKey(createdMs: number): Promise<StoredKey> {
  const { calculateJwkThumbprint, exportPKCS8, generateKeyPair } = await import("jose");
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const privatePem = await exportPKCS8(privateKey);
  const keyId = await calculateJwkThumbprint(createPublicKey(privatePem).export({ format: "jwk" }));
  return { keyId, privatePem, createdMs };
}

function toPublic({ keyId, privatePem, createdMs }: StoredKey): WebhookPublicKey {
  const pem = createPublicKey(privatePem).export({ type: "spki", format: "pem" });
  return { keyId, pem: pem.toString(), createdMs };
}
