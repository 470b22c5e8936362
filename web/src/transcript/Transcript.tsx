import { Button, Switch, TextInput } from "@mantine/core";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useMemo, useRef, useState } from "react";
import type { Sentence } from "../player/lanes.ts";
import { sentenceAt, sentencesWith } from "./places.ts";
import { TranscriptSentence } from "./TranscriptSentence.tsx";

interface TranscriptProps {
  readonly sentences: readonly Sentence[];
  readonly positionSeconds: number;
  readonly onPlay: (seconds: number) => void;
}

const USUAL_HEIGHT_PX = 44;

/** What was said. Only what can be seen is drawn, so that a call of hours is no burden. */
export function Transcript({ sentences, positionSeconds, onPlay }: TranscriptProps) {
  const place = useRef<HTMLDivElement>(null);
  const [isFollowing, setFollowing] = useState(true);
  const [wanted, setWanted] = useState("");
  const [hit, setHit] = useState(0);
  const current = sentenceAt(sentences, positionSeconds);
  const hits = useMemo(() => sentencesWith(sentences, wanted), [sentences, wanted]);
  const rows = useVirtualizer({
    count: sentences.length,
    getScrollElement: () => place.current,
    estimateSize: () => USUAL_HEIGHT_PX,
    overscan: 8,
  });
  useEffect(() => {
    if (isFollowing && current >= 0) rows.scrollToIndex(current, { align: "center" });
  }, [current, isFollowing]);
  const goTo = (number: number) => {
    const next = (number + hits.length) % hits.length;
    const position = hits[next];
    if (position === undefined) return;
    setFollowing(false);
    setHit(next);
    rows.scrollToIndex(position, { align: "center" });
  };
  const look = (text: string) => {
    setWanted(text);
    setHit(0);
    const [first] = sentencesWith(sentences, text);
    if (first === undefined) return;
    setFollowing(false);
    rows.scrollToIndex(first, { align: "center" });
  };
  return (
    <section className="transcript" aria-label="Transcript">
      <div className="transcript-bar">
        <TextInput
          aria-label="Search in the transcript"
          placeholder="Search in the transcript"
          type="search"
          value={wanted}
          onChange={(event) => look(event.currentTarget.value)}
          onKeyDown={(event) => event.key === "Enter" && hits.length > 0 && goTo(hit + (event.shiftKey ? -1 : 1))}
        />
        {wanted.trim() !== "" && (
          <span className="transcript-hits">
            <span className="faint number" role="status">
              {hits.length === 0 ? "not said" : `${hit + 1} of ${hits.length}`}
            </span>
            <Button size="compact-sm" variant="default" disabled={hits.length < 2} onClick={() => goTo(hit - 1)}>
              Before
            </Button>
            <Button size="compact-sm" variant="default" disabled={hits.length < 2} onClick={() => goTo(hit + 1)}>
              Next
            </Button>
          </span>
        )}
        <Switch
          label="Follow"
          checked={isFollowing}
          onChange={(event) => setFollowing(event.currentTarget.checked)}
          className="transcript-follow"
        />
      </div>
      <div ref={place} className="transcript-rows" tabIndex={-1}>
        <ol style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, start }) => {
            const sentence = sentences[index];
            if (sentence === undefined) return null;
            return (
              <li
                key={index}
                ref={rows.measureElement}
                data-index={index}
                aria-setsize={sentences.length}
                aria-posinset={index + 1}
                style={{ transform: `translateY(${start}px)` }}
              >
                <TranscriptSentence
                  sentence={sentence}
                  before={sentences[index - 1]}
                  wanted={wanted}
                  isCurrent={index === current}
                  isHit={index === hits[hit]}
                  onPlay={onPlay}
                />
              </li>
            );
          })}
        </ol>
      </div>
    </section>
  );
}
