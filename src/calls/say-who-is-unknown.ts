import type { AudioInfo } from "./call.ts";
import type { Speaker } from "./transcript.ts";

/** Warnings for what a transcript does not say about its speakers. */
export function sayWhoIsUnknown(
  audio: Pick<AudioInfo, "isDualMono">,
  speakers: readonly Pick<Speaker, "source" | "affiliation">[],
): string[] {
  const warnings: string[] = [];
  const onChannels = speakers.filter((speaker) => speaker.source === "channel-side");
  if (speakers.length === 0) warnings.push("No speech was found in the recording.");
  if (audio.isDualMono) warnings.push("Both channels carry the same sound, so it was transcribed once.");
  if (speakers.some((speaker) => speaker.source === "unseparated")) {
    warnings.push(
      "Speakers are not separated: the recording has one sound for everybody and no speakersTimeline says who spoke when.",
    );
  }
  if (onChannels.some((speaker) => speaker.affiliation !== "Unknown")) {
    warnings.push("Several participants share a media channel: the side of each sentence is known, the person is not.");
  }
  if (onChannels.some((speaker) => speaker.affiliation === "Unknown")) {
    warnings.push(
      "The channels of the recording are two sides, but the mediaChannelId of the participants does not say whose, so some sentences have no speaker.",
    );
  }
  return warnings;
}
