import type { Engine, EngineActions } from "../../engine/engine.ts";
import type { CallFinding } from "../../gong-api/call-finding.ts";
import type { MirrorFreshness } from "../../gong-api/mirror-freshness.ts";
import { freshnessOf } from "../../mirror/freshness.ts";
import { parseSyncState } from "../../mirror/sync-state.ts";
import type { Records } from "../open-records.ts";

/** Of a library that is no mirror, or is none yet, there is nothing to say. */
export async function readFreshness({
  imported,
  syncState,
}: Pick<Records, "imported" | "syncState">): Promise<MirrorFreshness | undefined> {
  const state = await syncState.read();
  return state === undefined ? undefined : freshnessOf({ imported, clock: Date.now }, parseSyncState(state));
}

type MirrorRecords = Pick<Records, "imported" | "syncState">;

/** Answers of a mirror say how fresh and how complete it is. */
export function mirroredEngine(engine: Engine, records: MirrorRecords): Engine {
  const withFreshness = <Actions extends EngineActions>(actions: Actions): Actions => ({
    ...actions,
    finding: mirroredFinding(actions.finding, records),
  });
  return { ...withFreshness(engine), actingFor: (userId) => withFreshness(engine.actingFor(userId)) };
}

function mirroredFinding(finding: CallFinding, records: MirrorRecords): CallFinding {
  return {
    ...finding,
    findCalls: async (criteria, selection) => {
      const [found, mirror] = await Promise.all([finding.findCalls(criteria, selection), readFreshness(records)]);
      return { ...found, mirror };
    },
  };
}
