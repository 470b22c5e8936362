import { expect, test } from "vitest";
import type { DetailedCall } from "../gong-api/schemas/list-calls-extensive.ts";
import { windowsNewestFirst } from "./newest-first.ts";
import { DAY_MS } from "./pace.ts";

const TO_MS = Date.UTC(2025, 5, 30);

/** One call at each of these times; the times are the ids. */
function tenantWith(startsMs: readonly number[]) {
  const windows: { readonly fromMs: number; readonly toMs: number }[] = [];
  const list = async (window: { readonly fromMs: number; readonly toMs: number }) => {
    windows.push(window);
    const inside = startsMs.filter((startMs) => startMs >= window.fromMs && startMs < window.toMs);
    return inside.map((startMs) => ({
      metaData: { id: String(startMs), started: new Date(startMs).toISOString() },
    })) as DetailedCall[]; // no more of it is read
  };
  return { list, windows };
}

async function idsOf(windows: AsyncIterable<readonly DetailedCall[]>): Promise<number[]> {
  const ids: number[] = [];
  for await (const calls of windows) ids.push(...calls.map(({ metaData }) => Number(metaData.id)));
  return ids;
}

test("every call of a span comes once, newest first, however unevenly they lie", async () => {
  const burst = Array.from({ length: 900 }, (_, index) => TO_MS - 40 * DAY_MS - index * 1000);
  const sparse = Array.from({ length: 50 }, (_, index) => TO_MS - 1 - index * 7 * DAY_MS);
  const starts = [...burst, ...sparse].sort((a, b) => b - a);
  const { list, windows } = tenantWith(starts);
  const span = { fromMs: TO_MS - 365 * DAY_MS, toMs: TO_MS };
  expect(await idsOf(windowsNewestFirst(list, span, starts.length))).toEqual(starts);
  expect(windows.length).toBeLessThan(15);
});

test("without a beginning, the way back ends when all calls were seen", async () => {
  const starts = [TO_MS - DAY_MS / 2, TO_MS - 400 * DAY_MS];
  const { list, windows } = tenantWith(starts);
  expect(await idsOf(windowsNewestFirst(list, { fromMs: undefined, toMs: TO_MS }, 2))).toEqual(starts);
  expect(windows.length).toBeLessThan(6);
});

test("nothing is asked for beyond what is read", async () => {
  const starts = Array.from({ length: 1000 }, (_, index) => TO_MS - 1 - (index * DAY_MS) / 10);
  const { list, windows } = tenantWith(starts);
  const first = await windowsNewestFirst(list, { fromMs: undefined, toMs: TO_MS }, 1000).next();
  expect(first.value).toHaveLength(10);
  expect(windows).toHaveLength(1);
});
