/** A stretch of a recording, from its start. */
export interface TimeSpan {
  readonly startMs: number;
  readonly endMs: number;
}

/** The same time as disjoint spans in order. Spans that overlap or touch become one; a span that ends before it starts takes no time. */
export function unionOfSpans(spans: readonly TimeSpan[]): TimeSpan[] {
  const union: { startMs: number; endMs: number }[] = [];
  for (const { startMs, endMs } of spans.filter(takesTime).sort((a, b) => a.startMs - b.startMs)) {
    const last = union.at(-1);
    if (last && startMs <= last.endMs) last.endMs = Math.max(last.endMs, endMs);
    else union.push({ startMs, endMs });
  }
  return union;
}

/** How long spans take together, counting each moment as often as it is covered. */
export function totalMs(spans: readonly TimeSpan[]): number {
  return spans.reduce((sum, span) => sum + (span.endMs - span.startMs), 0);
}

function takesTime({ startMs, endMs }: TimeSpan): boolean {
  return Number.isFinite(startMs) && Number.isFinite(endMs) && endMs > startMs;
}
