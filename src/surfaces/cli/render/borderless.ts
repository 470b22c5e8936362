import type Table from "cli-table3";

const sides = ["top", "bottom", "left", "right"] as const;
const corners = ["top-mid", "top-left", "top-right", "bottom-mid", "bottom-left", "bottom-right"] as const;
const rules = ["left-mid", "mid", "mid-mid", "right-mid"] as const;

/** A table of columns two spaces apart, without lines: narrow terminals have no room for them. */
export const borderless: Table.TableConstructorOptions = {
  chars: { ...Object.fromEntries([...sides, ...corners, ...rules].map((name) => [name, ""])), middle: " " },
  style: { "padding-left": 0, "padding-right": 1, head: [], border: [] },
};
