import { memo } from "react";
import { clockTime } from "../../../src/connection/clock-time.ts";
import type { Sentence } from "../player/lanes.ts";
import { cutAt } from "./places.ts";

interface TranscriptSentenceProps {
  readonly sentence: Sentence;
  /** The name is said again only where another one speaks. */
  readonly before: Sentence | undefined;
  readonly wanted: string;
  readonly isCurrent: boolean;
  readonly isHit: boolean;
  readonly onPlay: (seconds: number) => void;
}

/** Pressed, it is played. */
export const TranscriptSentence = memo(function TranscriptSentence(props: TranscriptSentenceProps) {
  const { sentence, before, wanted, isCurrent, isHit, onPlay } = props;
  const { start, speaker, affiliation, text, lowConfidence } = sentence;
  const isSameVoice = before?.speaker === speaker && before.affiliation === affiliation;
  return (
    <>
      {!isSameVoice && (
        <p className={`transcript-speaker person person-${affiliation.toLowerCase()}`}>
          {speaker ?? "Somebody"} <span className="faint">{affiliation}</span>
        </p>
      )}
      <button
        type="button"
        className={`plain-button sentence ${isHit ? "sentence-hit" : ""}`}
        aria-current={isCurrent ? "true" : undefined}
        onClick={() => onPlay(start)}
      >
        <span className="number faint sentence-time">{clockTime(start)}</span>
        <span className={lowConfidence ? "sentence-unsure" : undefined} title={lowConfidence && "Not well understood"}>
          {cutAt(text, wanted).map((part, position) =>
            position % 2 === 1 ? <mark key={position}>{part}</mark> : part,
          )}
        </span>
      </button>
    </>
  );
});
