import { makeRandom } from "../engine/seed/random.ts";
import type { WireFault, WireTrouble } from "../gong-api/wire-faults.ts";
import type { SandboxSettings } from "./sandbox-settings.ts";

const statuses = [500, 502, 503, 504] as const;

/** What goes wrong with this request of those to Gong's paths, the first being 1. A storm hides an error, an error a cut. */
export function wireTrouble(settings: SandboxSettings, requestNumber: number): WireTrouble {
  const fault = storm(settings, requestNumber) ?? serverError(settings, requestNumber) ?? cut(settings, requestNumber);
  return { delayMs: delayMs(settings, requestNumber), fault };
}

/** A request is in a storm when one of the last few, or itself, began one. */
function storm({ seed, switches }: SandboxSettings, requestNumber: number): WireFault | undefined {
  const storms = switches["rate-limit-storms"];
  if (storms === undefined) return undefined;
  for (let begin = requestNumber; begin > Math.max(0, requestNumber - storms.requests); begin -= 1) {
    const random = makeRandom(seed, "rate-limit-storms", begin);
    if (!random.chance(storms.share)) continue;
    return random.chance(storms.longShare)
      ? { kind: "rate-limit", limit: "day", retryAfterSeconds: storms.longRetryAfterSeconds }
      : { kind: "rate-limit", limit: "second", retryAfterSeconds: storms.retryAfterSeconds };
  }
  return undefined;
}

function serverError({ seed, switches }: SandboxSettings, requestNumber: number): WireFault | undefined {
  const errors = switches["server-errors"];
  if (errors === undefined) return undefined;
  const random = makeRandom(seed, "server-errors", requestNumber);
  return random.chance(errors.share) ? { kind: "server-error", status: random.pick(statuses) } : undefined;
}

function cut({ seed, switches }: SandboxSettings, requestNumber: number): WireFault | undefined {
  const cuts = switches["cut-answers"];
  if (cuts === undefined) return undefined;
  return makeRandom(seed, "cut-answers", requestNumber).chance(cuts.share) ? { kind: "cut" } : undefined;
}

function delayMs({ seed, switches }: SandboxSettings, requestNumber: number): number {
  const slow = switches["slow-answers"];
  if (slow === undefined) return 0;
  const random = makeRandom(seed, "slow-answers", requestNumber);
  return random.chance(slow.share) ? random.whole(1, slow.maxMs) : 0;
}
