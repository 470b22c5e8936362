import type { Finding } from "../host/processing.ts";
import { labelledBlock } from "./labelled-block.ts";
import type { Page } from "./page.ts";

const MARK_WIDTH = 9;

/** One thing that was examined: its mark, what was found and, where something is to be done, what. */
export function renderFinding({ what, state, detail, mend }: Finding, page: Page): string {
  const paint = { ok: page.style.good, warning: page.style.poor, missing: page.style.bad }[state];
  const body = labelledBlock([[what.padEnd(14), mend === undefined ? [detail] : [detail, `To do: ${mend}`]]], {
    ...page,
    columns: page.columns - MARK_WIDTH,
  });
  return paint(state.padEnd(MARK_WIDTH)) + body.replaceAll("\n", `\n${" ".repeat(MARK_WIDTH)}`);
}
