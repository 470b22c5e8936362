const MINUTE_MS = 60_000;

/** Gong says nothing of trying again. Eight tries, the last about a day after the first. */
const PAUSES_MS = [0.5, 2, 10, 30, 120, 360, 900].map((minutes) => minutes * MINUTE_MS);

/** How long to wait after this try, the first being 1; `undefined` when it was the last. */
export function pauseAfterTryMs(tryNumber: number): number | undefined {
  return PAUSES_MS[tryNumber - 1];
}
