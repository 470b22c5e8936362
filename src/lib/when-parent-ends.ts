const POLL_MS = 500;

/** Calls back once the process that started this one is gone; keeps no process alive. */
export function whenParentEnds(onEnd: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onEnd();
  }, POLL_MS);
  timer.unref();
}
