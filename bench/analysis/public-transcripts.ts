import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { SpeakerId } from "../../src/calls/ids.ts";
import { asId } from "../../src/calls/ids.ts";
import type { Sentence } from "../../src/calls/transcript.ts";

/** A dialogue act of MRDA with its label. Its text has no punctuation of its own. */
export interface DialogueAct extends Sentence {
  readonly meeting: string;
  readonly label: string;
}

export function readMrda(dataDir: string): DialogueAct[] {
  const rows = gunzipSync(readFileSync(join(dataDir, "analysis/mrda-timed/mrda_timed.tsv.gz")))
    .toString()
    .trim()
    .split("\n");
  return rows.slice(1).map((row) => {
    const [meeting = "", start, end, speaker = "", label = "", , text = ""] = row.split("\t");
    return { meeting, label, ...sentence(speaker, Number(start) * 1_000, Number(end) * 1_000, text) };
  });
}

export interface Meeting {
  readonly sentences: readonly Sentence[];
  readonly topicTitles: readonly string[];
  /** What people marked as one topic each: from which sentence up to which. */
  readonly topics: readonly { readonly title: string; readonly from: number; readonly to: number }[];
  /** Written by people who read the transcript. */
  readonly summaries: readonly string[];
}

/** The meetings of QMSum's validation split, cut into sentences at their punctuation. They have no times. */
export function readQmSum(dataDir: string): Meeting[] {
  const folder = join(dataDir, "analysis/qmsum/val");
  return readdirSync(folder).map((name) => {
    const meeting: QmSumFile = JSON.parse(readFileSync(join(folder, name), "utf8"));
    const turns = meeting.meeting_transcripts.map(({ speaker, content }) =>
      detokenised(content)
        .split(/(?<=[.?!])\s+/)
        .map((text) => sentence(speaker, 0, 0, text)),
    );
    const sentences = turns.flat();
    const positionOf = (turn: number) => turns.slice(0, turn).flat().length;
    const topics = meeting.topic_list.flatMap(({ topic, relevant_text_span: spans }) =>
      spans.map(([first, last]) => ({
        title: topic,
        from: positionOf(Number(first)),
        to: positionOf(Number(last) + 1),
      })),
    );
    const topicTitles = meeting.topic_list.map(({ topic }) => topic);
    const wholeMeeting = meeting.general_query_list.filter(({ query }) => /whole meeting/i.test(query));
    return { sentences, topicTitles, topics, summaries: wholeMeeting.map(({ answer }) => answer) };
  });
}

interface QmSumFile {
  readonly meeting_transcripts: readonly { speaker: string; content: string }[];
  readonly topic_list: readonly { topic: string; relevant_text_span: readonly (readonly [string, string])[] }[];
  readonly general_query_list: readonly { query: string; answer: string }[];
}

/** A machine transcript with the sentences that open a new topic, at two levels. */
export interface Recording {
  readonly sentences: readonly Sentence[];
  readonly coarseStarts: readonly number[];
  readonly fineStarts: readonly number[];
}

/** The 21 recordings of TinyRec. */
export function readTinyRec(dataDir: string): Recording[] {
  const recordings: readonly TinyRecFile[] = JSON.parse(
    readFileSync(join(dataDir, "analysis/tinyrec/tinyrec.json"), "utf8"),
  );
  return recordings.map(({ sentences, coarse, fine }) => ({
    sentences: sentences.map(({ speaker, start, end, text }) => sentence(speaker, start * 1_000, end * 1_000, text)),
    coarseStarts: coarse.map(({ from }) => from),
    fineStarts: fine.map(({ from }) => from),
  }));
}

interface TinyRecFile {
  readonly sentences: readonly { speaker: string; start: number; end: number; text: string }[];
  readonly coarse: readonly { from: number }[];
  readonly fine: readonly { from: number }[];
}

function detokenised(text: string): string {
  return text
    .replaceAll(/\{\w+\}/g, "")
    .replaceAll(/ ('\w)/g, "$1")
    .replaceAll(/ ([.,?!])/g, "$1")
    .trim();
}

export interface AwsCall {
  readonly sentences: readonly Sentence[];
  /** The recogniser's own seconds of talk, by side; undefined where it gives none. */
  readonly statedTalk: { readonly agentMs: number; readonly customerMs: number } | undefined;
}

/** The two calls with real machine punctuation: Transcribe's and Bedrock Data Automation's. */
export function readAwsCalls(dataDir: string): { readonly transcribe: AwsCall; readonly bda: AwsCall } {
  const read = (name: string) => JSON.parse(readFileSync(join(dataDir, "analysis/aws", name), "utf8"));
  const transcribe: TranscribeFile = read("example-call.json");
  const bda: BdaFile = read("bda-standard.json");
  const talk = transcribe.ConversationCharacteristics.TalkTime.DetailsByParticipant;
  return {
    transcribe: {
      sentences: transcribe.Transcript.map((item) =>
        sentence(item.ParticipantRole, item.BeginOffsetMillis, item.EndOffsetMillis, item.Content),
      ),
      statedTalk: { agentMs: talk.AGENT.TotalTimeMillis, customerMs: talk.CUSTOMER.TotalTimeMillis },
    },
    bda: {
      sentences: bda.audio_segments.map((item) =>
        sentence("voice", item.start_timestamp_millis, item.end_timestamp_millis, item.text),
      ),
      statedTalk: undefined,
    },
  };
}

interface TranscribeFile {
  readonly Transcript: readonly {
    ParticipantRole: string;
    BeginOffsetMillis: number;
    EndOffsetMillis: number;
    Content: string;
  }[];
  readonly ConversationCharacteristics: {
    TalkTime: { DetailsByParticipant: Record<"AGENT" | "CUSTOMER", { TotalTimeMillis: number }> };
  };
}

interface BdaFile {
  readonly audio_segments: readonly { start_timestamp_millis: number; end_timestamp_millis: number; text: string }[];
}

function sentence(speaker: string, startMs: number, endMs: number, text: string): Sentence {
  const speakerId = asId<SpeakerId>(speaker);
  return { speakerId, startMs, endMs, text, confidence: null, isLowConfidence: false, words: [] };
}
