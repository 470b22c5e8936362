import type { Step } from "./page-lane.ts";

/** What each lane does next; nothing where all of it waits for its time. */
export interface NextSteps {
  pages(): Promise<Step | undefined>;
  texts(doMoreCallsCome: boolean): Promise<Step | undefined>;
}

/**
 * Two lanes side by side, one step of each at a time: calls, and what they came without. The tenant's time to answer and ours to take it in are not
 * added up that way. Ends when neither has anything to do, when the signal aborts, or with the first error, and never in the middle of a step.
 */
export async function runLanes(next: NextSteps, signal: AbortSignal, onStep: () => Promise<void>): Promise<void> {
  const running = new Map<keyof NextSteps, Promise<void>>();
  const failures: unknown[] = [];
  const begin = (lane: keyof NextSteps, step: Step | undefined) => {
    if (step === undefined) return;
    const note = (error: unknown) => void failures.push(error);
    running.set(
      lane,
      step()
        .catch(note)
        .finally(() => running.delete(lane)),
    );
  };
  try {
    while (!signal.aborted && failures.length === 0) {
      if (!running.has("pages")) begin("pages", await next.pages());
      if (!running.has("texts")) begin("texts", await next.texts(running.has("pages")));
      if (running.size === 0) break;
      await Promise.race(running.values());
      await onStep();
    }
  } finally {
    await Promise.all(running.values());
  }
  if (failures.length > 0) throw failures[0];
}
