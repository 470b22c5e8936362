import { makeRandom } from "../engine/seed/random.ts";
import type { CallTranscript } from "../gong-api/schemas/get-call-transcripts.ts";
import type { DetailedCall } from "../gong-api/schemas/list-calls-extensive.ts";
import type { SandboxSettings } from "./sandbox-settings.ts";

/** One voice of a call that belongs to nobody. */
interface LostVoice {
  readonly speakerId: string;
  /** Whether the transcript does not even tell the voice from others. */
  readonly isNameless: boolean;
}

/** Gong: parties who could not be told by their voice have `speakerId: null`. */
export function loseVoiceOfParty(call: DetailedCall, settings: SandboxSettings): DetailedCall {
  const { parties } = call;
  const lost = parties && lostVoice(call.metaData.id, parties, settings);
  if (!lost) return call;
  return {
    ...call,
    parties: parties.map((party) => (party.speakerId === lost.speakerId ? { ...party, speakerId: null } : party)),
  };
}

/** Gong: a monologue's speaker is nobody's of the parties, or null. */
export function loseVoiceOfTranscript(spoken: CallTranscript, settings: SandboxSettings): CallTranscript {
  const lost = lostVoice(spoken.callId, spoken.transcript, settings);
  if (!lost?.isNameless) return spoken;
  return {
    ...spoken,
    transcript: spoken.transcript.map((monologue) =>
      monologue.speakerId === lost.speakerId ? { ...monologue, speakerId: null } : monologue,
    ),
  };
}

/** The same for the parties and for the transcript of a call: both have the same voices. */
function lostVoice(
  callId: string,
  speaking: readonly { readonly speakerId: string | null }[],
  { seed, switches }: SandboxSettings,
): LostVoice | undefined {
  const nobody = switches["null-speakers"];
  if (nobody === undefined) return undefined;
  const random = makeRandom(seed, "null-speakers", callId);
  const isNameless = random.chance(0.5);
  const voices = [...new Set(speaking.flatMap(({ speakerId }) => speakerId ?? []))].sort();
  if (voices.length === 0 || !random.chance(nobody.share)) return undefined;
  return { speakerId: random.pick(voices), isNameless };
}
