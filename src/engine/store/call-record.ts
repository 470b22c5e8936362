import type { Call, MediaInfo, Processing } from "../../calls/call.ts";
import type { Party } from "../../calls/party.ts";
import type { Speaker } from "../../calls/transcript.ts";

/** A call as a row: what is known at upload as one JSON text, and what its stages write each in its own. */
export interface CallRow {
  readonly record: string;
  readonly processing: string;
  readonly media: string | null;
}

export function callToRow(call: Call): CallRow {
  const { processing, media, ...record } = call;
  return {
    record: JSON.stringify(record),
    processing: JSON.stringify(processing),
    media: media === undefined ? null : JSON.stringify(media),
  };
}

export function rowToCall(row: CallRow): Call {
  // Written by callToRow, so the shapes are those of the types.
  const record = JSON.parse(row.record) as Omit<Call, "processing" | "media">;
  const processing = JSON.parse(row.processing) as Processing;
  if (row.media === null) return { ...record, processing };
  return { ...record, processing, media: JSON.parse(row.media) as MediaInfo };
}

/** The parties, each with the voice that is surely its own according to this list of speakers, and no other. */
export function withSpeakers(parties: readonly Party[], speakers: readonly Speaker[]): Party[] {
  return parties.map((party) => {
    const voice = speakers.find((speaker) => speaker.partyId === party.id);
    return { ...party, speakerId: voice?.id };
  });
}
