import { labelledBlock } from "./labelled-block.ts";
import type { Page } from "./page.ts";

export interface ListedKey {
  readonly accessKey: string;
  readonly name: string | null;
  /** ISO 8601, like the times below. */
  readonly created: string;
  readonly expires: string | null;
  readonly revoked: string | null;
  readonly scopes: "all" | readonly string[];
  /** Any when empty. */
  readonly trustedIps: readonly string[];
  readonly userId: string | null;
}

export function renderKeys(keys: readonly ListedKey[], page: Page): string {
  if (keys.length === 0) return 'There are no access keys yet; "tamtam keys create" makes one.';
  return keys.map((key) => renderKey(key, page)).join("\n\n");
}

function renderKey(key: ListedKey, page: Page): string {
  return labelledBlock(
    [
      ["Access key", key.accessKey],
      ["Name", key.name],
      ["Acts for", key.userId === null ? "the company" : `user ${key.userId}`],
      ["Scopes", key.scopes],
      ["From", key.trustedIps.length === 0 ? "anywhere" : key.trustedIps],
      ["Made", key.created],
      ["Ends", key.expires ?? "never"],
      ["Revoked", key.revoked],
    ],
    page,
  );
}
