import type { Page } from "./page.ts";
import { printable } from "./printable.ts";
import { wrapText } from "./wrap-text.ts";

/** A label and what it stands for; several values stand below each other, none leaves the row out. */
export type LabelledRow = readonly [label: string, values: string | null | undefined | readonly string[]];

const NARROWEST_VALUE = 30;

/** Rows of labels and values, the values wrapped and aligned. */
export function labelledBlock(rows: readonly LabelledRow[], page: Page): string {
  const filled = rows
    .map(([label, values]) => ({ label, values: (Array.isArray(values) ? values : [values]).filter(isText) }))
    .filter(({ values }) => values.length > 0);
  const indent = Math.max(...filled.map(({ label }) => label.length)) + 2;
  const width = Math.max(page.columns - indent, NARROWEST_VALUE);
  const lines = filled.flatMap(({ label, values }) => {
    const wrapped = values.flatMap((value) => wrapText(printable(value), width));
    return wrapped.map((line, position) => {
      const shown = position === 0 ? label : "";
      return page.style.faint(shown.padEnd(indent)) + line;
    });
  });
  return lines.join("\n");
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}
