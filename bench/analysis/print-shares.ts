import type { Found } from "./scores.ts";

/** Names stand in a column this wide. */
const NAME_WIDTH = 34;

export function heading(text: string): void {
  console.log(`\n${text}`);
}

export function row(name: string, { precision, recall, f1 }: Found): void {
  console.log(`  ${name.padEnd(NAME_WIDTH)} P ${percent(precision)}  R ${percent(recall)}  F1 ${percent(f1)}`);
}

export function figure(name: string, share: number): void {
  console.log(`  ${name.padEnd(NAME_WIDTH)} ${percent(share)}`);
}

export function percent(share: number): string {
  return `${(share * 100).toFixed(1).padStart(5)} %`;
}
