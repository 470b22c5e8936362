/** One decimal below ten, none above: nobody needs 31.27. */
export function formatSpeed(timesRealTime: number): string {
  return timesRealTime.toFixed(timesRealTime < 10 ? 1 : 0);
}
