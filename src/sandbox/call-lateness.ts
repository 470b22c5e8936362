import type { Call } from "../calls/call.ts";
import { makeRandom } from "../engine/seed/random.ts";
import type { SandboxSettings } from "./sandbox-settings.ts";

/** All that decides when a call is there. */
export type CallBirth = Pick<Call, "id" | "actualStart" | "createdMs">;

const HOUR_MS = 3_600_000;

type LateSwitch = "late-calls" | "late-transcripts";

/** Whether reads show the call by then. */
export function isCallThere(call: CallBirth, settings: SandboxSettings, atMs: number): boolean {
  return (callThereFromMs(call, settings) ?? atMs) <= atMs;
}

/** From when on; `undefined` where it is not late. */
export function callThereFromMs(call: CallBirth, settings: SandboxSettings): number | undefined {
  const delayMs = lateness(call.id, settings, "late-calls");
  return delayMs === 0 ? undefined : bornMs(call, settings, ["late-calls"]) + delayMs;
}

/** Whether its transcript, and what is known from it, is there by then. */
export function isTranscriptThere(call: CallBirth, settings: SandboxSettings, atMs: number): boolean {
  if (!isCallThere(call, settings, atMs)) return false;
  const delayMs = lateness(call.id, settings, "late-transcripts");
  if (delayMs === 0) return true;
  const fromMs = bornMs(call, settings, ["late-calls", "late-transcripts"]);
  return fromMs + lateness(call.id, settings, "late-calls") + delayMs <= atMs;
}

/** 0 where it is not late. */
function lateness(id: string, { seed, switches }: SandboxSettings, name: LateSwitch): number {
  const late = switches[name];
  if (late === undefined) return 0;
  const random = makeRandom(seed, name, id);
  return random.chance(late.share) ? (1 - random.next()) * late.maxHours * HOUR_MS : 0;
}

/** A call is new when it is held, once more when it is added later, and when a switch takes it for new. */
function bornMs(
  { actualStart, createdMs }: CallBirth,
  { switches, setMs }: SandboxSettings,
  names: readonly LateSwitch[],
): number {
  const addedMs = Math.max(actualStart.epochMs, createdMs);
  return names.some((name) => switches[name]?.asIfNew) ? Math.max(addedMs, setMs) : addedMs;
}
