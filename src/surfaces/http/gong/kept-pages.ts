import type { Principal } from "../../../gong-api/principal.ts";
import type { Audited } from "../http-env.ts";
import type { WrittenMembers } from "./written-members.ts";

/** An answer as it is sent, and what the audit log is to know of it. */
export interface WrittenPage {
  readonly members: WrittenMembers;
  readonly audited: Audited;
  /** Gong: a cursor ends; whoever goes on with one asks for each page once. */
  readonly isFirst: boolean;
}

/** All of a request that its answer depends on. @param sent its URL and its body, as they came */
export function whoSentWhat(
  operationId: string,
  { kind, id, scopes, actingUserId }: Principal,
  sent: readonly [url: string, bodyText: string],
): string {
  const granted = scopes === "all" ? scopes : [...scopes];
  return JSON.stringify([operationId, kind, id, granted, actingUserId ?? null, ...sent]);
}

export interface KeptPagesParts {
  /** Another number after anything that answers are made of was written, by whatever process. */
  readonly version: () => number;
  readonly clock: () => number;
  /** 5 s by default: links and cursors that are in a page are good for hours, and are sent that much older at most. */
  readonly maxAgeMs?: number | undefined;
  /** 32 MB by default, unpacked; a page that is asked for packed is kept in both forms. The largest page, 100 transcripts, takes some megabytes. */
  readonly maxBytes?: number | undefined;
}

/**
 * First pages of calls as they were last sent, until anything is written: clients ask for the same page again and again, and several at once.
 * None is in memory longer than its age, or after `clear`.
 */
export class KeptPages {
  readonly #version: () => number;
  readonly #clock: () => number;
  readonly #maxAgeMs: number;
  readonly #maxBytes: number;
  readonly #pages = new Map<string, KeptPage>();
  #keptAtVersion: number | undefined;
  #sizeBytes = 0;

  constructor({ version, clock, maxAgeMs = 5000, maxBytes = 32 * 1024 * 1024 }: KeptPagesParts) {
    this.#version = version;
    this.#clock = clock;
    this.#maxAgeMs = maxAgeMs;
    this.#maxBytes = maxBytes;
  }

  /** @param request who sent what: nothing else may decide the answer but what is written in the library */
  async page(request: string, write: () => Promise<WrittenPage>): Promise<WrittenPage> {
    const known = this.#newest(request);
    if (known !== undefined) return known.page;
    const kept = { page: write(), begunMs: this.#clock(), sizeBytes: 0, written: undefined };
    this.#forget(request, this.#pages.get(request));
    this.#pages.set(request, kept);
    void this.#keep(request, kept);
    return kept.page;
  }

  /** One that has been written and may still be sent. */
  known(request: string): WrittenPage | undefined {
    return this.#newest(request)?.written;
  }

  get sizeBytes(): number {
    return this.#sizeBytes;
  }

  /** What is being written now is not kept either. */
  clear(): void {
    this.#pages.clear();
    this.#sizeBytes = 0;
  }

  #newest(request: string): KeptPage | undefined {
    const version = this.#version();
    if (version !== this.#keptAtVersion) this.clear();
    this.#keptAtVersion = version;
    const known = this.#pages.get(request);
    return known !== undefined && Math.abs(this.#clock() - known.begunMs) <= this.#maxAgeMs ? known : undefined;
  }

  async #keep(request: string, kept: KeptPage): Promise<void> {
    // A refusal is not kept.
    const page = await kept.page.catch(() => undefined);
    if (this.#pages.get(request) !== kept) return;
    const sizeBytes = page?.members.bytes.length ?? 0;
    if (!page?.isFirst || this.#sizeBytes + sizeBytes > this.#maxBytes) {
      this.#forget(request, kept);
      return;
    }
    kept.written = page;
    kept.sizeBytes = sizeBytes;
    this.#sizeBytes += sizeBytes;
    // Also where nobody asks again.
    setTimeout(() => this.#forget(request, kept), this.#maxAgeMs).unref();
  }

  #forget(request: string, kept: KeptPage | undefined): void {
    if (kept === undefined || this.#pages.get(request) !== kept) return;
    this.#pages.delete(request);
    this.#sizeBytes -= kept.sizeBytes;
  }
}

interface KeptPage {
  readonly page: Promise<WrittenPage>;
  readonly begunMs: number;
  /** Once it is. */
  written: WrittenPage | undefined;
  /** 0 while it is being written. */
  sizeBytes: number;
}
