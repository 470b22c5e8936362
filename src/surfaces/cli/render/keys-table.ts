import Table from "cli-table3";
import { borderless } from "./borderless.ts";
import type { Page } from "./page.ts";

export interface ListedKey {
  readonly accessKey: string;
  /** ISO 8601. */
  readonly created: string;
  readonly revoked: string | null;
}

export function renderKeys(keys: readonly ListedKey[], page: Page): string {
  if (keys.length === 0) return 'There are no access keys yet; "tamtam keys create" makes one.';
  const table = new Table({ ...borderless, head: ["Access key", "Made", "Revoked"].map(page.style.faint) });
  for (const { accessKey, created, revoked } of keys) table.push([accessKey, created, revoked ?? "no"]);
  return table
    .toString()
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
}
