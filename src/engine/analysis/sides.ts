import type { Question } from "../../calls/call-analysis.ts";
import type { SpeakerId } from "../../calls/ids.ts";
import type { Speaker } from "../../calls/transcript.ts";

export type Side = Question["side"];

/** Looks up which side a voice is on. One sound for everybody is on no side, whoever is on the call's list. */
export function sidesOf(speakers: readonly Speaker[]): (speakerId: SpeakerId) => Side {
  const sides = new Map(speakers.map((speaker) => [speaker.id, sideOf(speaker)]));
  return (speakerId) => sides.get(speakerId) ?? "unknown";
}

function sideOf({ affiliation, source }: Speaker): Side {
  if (source === "unseparated") return "unknown";
  if (affiliation === "Internal") return "company";
  return affiliation === "External" ? "nonCompany" : "unknown";
}
