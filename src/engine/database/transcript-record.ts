import { asId, type SpeakerId } from "../../calls/ids.ts";
import type { QuotedTranscript, Sentence, Speaker, Transcript, TranscriptProvenance } from "../../calls/transcript.ts";
import { VarintReader, VarintWriter } from "./varints.ts";
import { readWords, writeWords } from "./word-record.ts";

/**
 * A transcript as a row: the text of all sentences in one piece, which search reads as it is, and beside it the rest as small
 * numbers. Everything comes back exactly. Times must be whole milliseconds.
 */
export interface TranscriptRow {
  /** Sentences in order, a newline after each. */
  readonly body: string;
  /** For each sentence: voice, start, length, confidence, number of characters. */
  readonly sentences: Uint8Array;
  /** For each sentence its words; see `word-record.ts`. */
  readonly words: Uint8Array;
  /** JSON: the speakers, speaker ids that only sentences name, and which recogniser it was. */
  readonly voices: string;
}

interface Voices {
  readonly speakers: readonly Speaker[];
  readonly otherIds: readonly SpeakerId[];
  readonly provenance: TranscriptProvenance;
}

/** Where a sentence is in the body, whose it is and when it starts: all that search needs. */
export interface SentencePlace {
  readonly offset: number;
  readonly length: number;
  /** Position in the transcript's speakers; beyond them for a voice that is not on the list. */
  readonly voice: number;
  readonly startMs: number;
}

export function transcriptToRow(transcript: Transcript): TranscriptRow {
  const ids = [...new Set([...transcript.speakers, ...transcript.sentences].map(voiceId))];
  const listedIds = new Set(transcript.speakers.map((speaker) => speaker.id));
  const voiceOf = new Map(ids.map((id, index) => [id, index]));
  const voices: Voices = {
    speakers: transcript.speakers,
    otherIds: ids.filter((id) => !listedIds.has(id)),
    provenance: transcript.provenance,
  };
  return {
    body: transcript.sentences.map((sentence) => `${sentence.text}\n`).join(""),
    sentences: writeSentences(transcript.sentences, voiceOf),
    words: writeWords(transcript.sentences),
    voices: JSON.stringify(voices),
  };
}

/** @param row its `words` may be left out where nobody asks for word times; sentences then have none */
export function rowToTranscript(row: Omit<TranscriptRow, "words"> & { readonly words?: Uint8Array }): Transcript {
  const voices = JSON.parse(row.voices) as Voices; // written by transcriptToRow
  const ids = [...new Set([...voices.speakers.map((speaker) => speaker.id), ...voices.otherIds])];
  const wordsOf = row.words === undefined ? () => [] : readWords(row.words);
  const sentences: Sentence[] = [];
  for (const { place, endMs, confidence, isLowConfidence } of readSentences(row.sentences)) {
    const text = row.body.slice(place.offset, place.offset + place.length);
    const speakerId = ids[place.voice] ?? asId<SpeakerId>("");
    const words = wordsOf(text, place.startMs);
    sentences.push({ speakerId, startMs: place.startMs, endMs, text, confidence, isLowConfidence, words });
  }
  return { speakers: voices.speakers, sentences, provenance: voices.provenance };
}

/** Only the sentences at these positions; those that are not there are left out. */
export function rowToQuotes(row: Omit<TranscriptRow, "words">, positions: readonly number[]): QuotedTranscript {
  const voices = JSON.parse(row.voices) as Voices; // written by transcriptToRow
  const ids = [...new Set([...voices.speakers.map((speaker) => speaker.id), ...voices.otherIds])];
  const wanted = new Set(positions);
  const last = Math.max(...wanted);
  const sentences: Record<number, QuotedTranscript["sentences"][number]> = {};
  let position = 0;
  for (const { offset, length, voice, startMs } of sentencePlaces(row.sentences)) {
    if (position > last) break;
    if (wanted.has(position)) {
      const text = row.body.slice(offset, offset + length);
      sentences[position] = { speakerId: ids[voice] ?? asId<SpeakerId>(""), startMs, text };
    }
    position += 1;
  }
  return { speakers: voices.speakers, sentences };
}

/** Where the sentences are, one after the other: read only as far as they are asked for. */
export function* sentencePlaces(sentences: Uint8Array): Generator<SentencePlace> {
  for (const { place } of readSentences(sentences)) yield place;
}

function voiceId(from: Speaker | Sentence): SpeakerId {
  return "speakerId" in from ? from.speakerId : from.id;
}

function writeSentences(sentences: readonly Sentence[], voiceOf: ReadonlyMap<SpeakerId, number>): Uint8Array {
  const writer = new VarintWriter();
  let previousStartMs = 0;
  for (const sentence of sentences) {
    const form = confidenceForm(sentence.confidence);
    writer.unsigned((voiceOf.get(sentence.speakerId) ?? 0) * 8 + form * 2 + (sentence.isLowConfidence ? 1 : 0));
    writer.signed(sentence.startMs - previousStartMs);
    writer.signed(sentence.endMs - sentence.startMs);
    writer.unsigned(sentence.text.length);
    if (form === SCALED) writer.unsigned(Math.round((sentence.confidence ?? 0) * CONFIDENCE_SCALE));
    if (form === EXACT) writer.float(sentence.confidence ?? 0);
    previousStartMs = sentence.startMs;
  }
  return writer.finish();
}

interface SentenceRow {
  readonly place: SentencePlace;
  readonly endMs: number;
  readonly confidence: number | null;
  readonly isLowConfidence: boolean;
}

function* readSentences(bytes: Uint8Array): Generator<SentenceRow> {
  const reader = new VarintReader(bytes);
  let offset = 0;
  let startMs = 0;
  while (!reader.isAtEnd) {
    const head = reader.unsigned();
    startMs += reader.signed();
    const endMs = startMs + reader.signed();
    const length = reader.unsigned();
    const confidence = readConfidence(reader, Math.floor(head / 2) % 4);
    yield {
      place: { offset, length, voice: Math.floor(head / 8), startMs },
      endMs,
      confidence,
      isLowConfidence: head % 2 === 1,
    };
    offset += length + 1;
  }
}

const NONE = 0;
const SCALED = 1;
const EXACT = 2;
/** Most recognisers' confidences are rounded; those with up to four decimals fit into two bytes. */
const CONFIDENCE_SCALE = 10_000;

function confidenceForm(confidence: number | null): number {
  if (confidence === null) return NONE;
  const scaled = Math.round(confidence * CONFIDENCE_SCALE);
  return scaled >= 0 && Object.is(scaled / CONFIDENCE_SCALE, confidence) ? SCALED : EXACT;
}

function readConfidence(reader: VarintReader, form: number): number | null {
  if (form === NONE) return null;
  return form === SCALED ? reader.unsigned() / CONFIDENCE_SCALE : reader.float();
}
