/** Gong: lengths of calls and topics are whole seconds. */
export function toWholeSeconds(ms: number): number {
  return Math.round(ms / 1000);
}

/** Whole milliseconds become seconds of at most three decimals. */
export function toSeconds(ms: number): number {
  return Math.round(ms) / 1000;
}
