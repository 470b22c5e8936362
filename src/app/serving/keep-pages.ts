import { KeptPages } from "../../surfaces/http/gong/kept-pages.ts";
import type { Records } from "../open-records.ts";

/** Pages are kept until anything is written; at once what this process writes, so that nothing that it erases stays in its memory. */
export function keepPages({ database }: Pick<Records, "database">, clock: () => number): KeptPages {
  const pages = new KeptPages({ version: () => database.version(), clock });
  database.onCommit(() => pages.clear());
  return pages;
}
