import { named } from "./quoted.ts";

const MOST_ITEMS = 50;

/** Any JSON as lines `name: value`, for answers of no shape that is known here. */
export function plainText(value: unknown, indent = ""): string {
  return lines(value, indent).join("\n");
}

function lines(value: unknown, indent: string): string[] {
  if (Array.isArray(value)) {
    const shown = value.slice(0, MOST_ITEMS).flatMap((item: unknown) => member("-", item, indent));
    const hidden = value.length - MOST_ITEMS;
    return hidden > 0 ? [...shown, `${indent}- and ${hidden} more, in the structured content`] : shown;
  }
  if (typeof value !== "object" || value === null) return [indent + scalar(value)];
  return Object.entries(value).flatMap(([name, inner]) => member(`${named(name)}:`, inner, indent));
}

function member(label: string, value: unknown, indent: string): string[] {
  if (typeof value !== "object" || value === null) return [`${indent}${label} ${scalar(value)}`];
  const inner = lines(value, `${indent}  `);
  return inner.length === 0 ? [`${indent}${label} none`] : [indent + label, ...inner];
}

function scalar(value: unknown): string {
  if (typeof value === "string") return named(value);
  return value === null || value === undefined ? "none" : String(value);
}
