import type { StartRange } from "../engine/store/imported-call-store.ts";
import { askForRange, type CallsPage } from "./ask-tenant.ts";
import type { MirroredApi } from "./mirror-parts.ts";

/** Asks for the next page of a sequence while the one before it is being taken in, so that neither waits for the other. */
export class ReadAhead {
  readonly #api: MirroredApi;
  #ahead: { readonly cursor: string; readonly page: Promise<CallsPage | undefined> } | undefined;

  constructor(api: MirroredApi) {
    this.#api = api;
  }

  begin(range: StartRange, cursor: string): void {
    const page = askForRange(this.#api, range, cursor);
    // Whoever asks for it learns of it; if nobody does, nobody needs to.
    page.catch(() => undefined);
    this.#ahead = { cursor, page };
  }

  /** @returns undefined when the cursor has died */
  ask(range: StartRange, cursor: string | undefined): Promise<CallsPage | undefined> {
    const ahead = this.#ahead;
    this.#ahead = undefined;
    return ahead !== undefined && ahead.cursor === cursor ? ahead.page : askForRange(this.#api, range, cursor);
  }
}
