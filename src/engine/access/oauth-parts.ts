import type { Database } from "../database/transaction.ts";
import type { OAuthStore } from "./oauth-store.ts";

/** What the OAuth server works with. */
export interface OAuthParts {
  readonly database: Database;
  readonly oauth: OAuthStore;
  readonly clock: () => number;
  /** A new secret that nobody can guess: a code, a token. */
  readonly makeSecret: () => string;
  /** What tickets are signed with; the same for every process on this data. */
  readonly ticketSecret: () => Promise<string>;
}
