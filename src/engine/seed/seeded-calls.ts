import type { WorkspaceId } from "../../calls/ids.ts";
import type { Company } from "./company.ts";
import { type CallKind, makeJourney } from "./journeys.ts";
import { makeCall, type SeededCall } from "./make-call.ts";
import { readTalkLibrary } from "./talk-library.ts";

export interface SeedPlan {
  readonly seed: string;
  readonly company: Company;
  readonly callCount: number;
  /** All calls are of the year before this midnight (UTC). */
  readonly untilMs: number;
  readonly workspaceId: WorkspaceId;
}

/** A call that is made when it is asked for. */
export interface PlannedCall {
  readonly clientUniqueId: string;
  readonly kind: CallKind;
  readonly accountName: string;
  readonly startMs: number;
  readonly make: () => SeededCall;
}

/** What the client unique ids of all seeds begin with. */
export const SEEDED_PREFIX = "tamtam-seed:";

/**
 * The calls of a seed, account by account. The first ones are the same whatever the count, so asking for more later adds to what is
 * there. The date moves them in time and leaves everything else as it is.
 */
export function* planCalls({ seed, company, callCount, untilMs, workspaceId }: SeedPlan): Generator<PlannedCall> {
  const library = readTalkLibrary();
  for (let [number, count] = [0, 0]; count < callCount; number += 1) {
    const journey = makeJourney(company, seed, number, untilMs);
    for (const [stepIndex, step] of journey.steps.entries()) {
      if (count === callCount || step.plannedStart.epochMs >= untilMs) break;
      const clientUniqueId = `${SEEDED_PREFIX}${seed}:${number}:${stepIndex}`;
      count += 1;
      yield {
        clientUniqueId,
        kind: step.kind,
        accountName: journey.account.name,
        startMs: step.plannedStart.epochMs,
        make: () => makeCall({ seed, company, journey, stepIndex, clientUniqueId, workspaceId, library }, step),
      };
    }
  }
}
