import type { CallAnswer } from "../../../src/connection/call-answer.ts";

export type Sentence = NonNullable<CallAnswer["transcript"]>["sentences"][number];

/** One voice's time over the call. */
export interface Lane {
  readonly name: string;
  readonly affiliation: Sentence["affiliation"];
  readonly talkSeconds: number;
  readonly spans: readonly Span[];
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Shorter silences between two sentences of the same voice cannot be seen. */
const JOIN_SECONDS = 1;
const order = { Internal: 0, External: 1, Unknown: 2 };

/** Who spoke when: the company's voices first, of each side who spoke most. Somebody without a name goes by their side. */
export function lanesOf(sentences: readonly Sentence[]): readonly Lane[] {
  const byVoice = Map.groupBy(sentences, ({ speaker, affiliation }) => `${affiliation} ${speaker ?? ""}`);
  const lanes = [...byVoice.values()].flatMap((spoken): Lane[] => {
    const [first] = spoken;
    if (first === undefined) return [];
    const talkSeconds = spoken.reduce((sum, { start, end }) => sum + (end - start), 0);
    const name = first.speaker ?? (first.affiliation === "Unknown" ? "Somebody" : `Somebody, ${first.affiliation}`);
    return [{ name, affiliation: first.affiliation, talkSeconds, spans: joined(spoken) }];
  });
  return lanes.sort((a, b) => order[a.affiliation] - order[b.affiliation] || b.talkSeconds - a.talkSeconds);
}

function joined(spoken: readonly Span[]): readonly Span[] {
  const spans: Span[] = [];
  for (const { start, end } of spoken) {
    const last = spans.at(-1);
    if (last && start - last.end < JOIN_SECONDS) spans[spans.length - 1] = { ...last, end: Math.max(last.end, end) };
    else spans.push({ start, end });
  }
  return spans;
}

/** The spans as one path of boxes, in a picture as wide as the call is long and of height 1. */
export function pathOf(spans: readonly Span[]): string {
  return spans.map(({ start, end }) => `M${round(start)} 0H${round(end)}V1H${round(start)}Z`).join("");
}

function round(seconds: number): number {
  return Math.round(seconds * 10) / 10;
}

export interface Marker {
  readonly start: number;
  readonly label: string;
}

type Content = CallAnswer["content"];

/** Where trackers found something, in the order of the call. */
export function trackerMarkers(content: Content): readonly Marker[] {
  const found = (content?.trackers ?? []).flatMap(({ name, phrases }) =>
    phrases.flatMap(({ phrase, occurrences }) =>
      occurrences.map(({ start, speaker }) => ({ start, label: `${name}: ${phrase}${speaker ? `, ${speaker}` : ""}` })),
    ),
  );
  return found.sort((a, b) => a.start - b.start);
}

export function questionMarkers(content: Content): readonly Marker[] {
  return (content?.questions.asked ?? []).map(({ start, speaker, affiliation, text }) => ({
    start,
    label: `${speaker ?? affiliation}: ${text}`,
  }));
}
