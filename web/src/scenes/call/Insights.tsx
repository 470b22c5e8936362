import { memo, type ReactNode } from "react";
import type { CallAnswer } from "../../../../src/connection/call-answer.ts";
import { clockTime } from "../../../../src/connection/clock-time.ts";
import type { Sentence } from "../../player/lanes.ts";
import { placeSentences } from "../../transcript/places.ts";
import { Place } from "./Place.tsx";
import { Trackers } from "./Trackers.tsx";

type Content = NonNullable<CallAnswer["content"]>;

interface InsightsProps {
  readonly content: Content;
  readonly sentences: readonly Sentence[];
  readonly onPlay: (seconds: number) => void;
}

/** What the call was about. Every line that was said leads to where. Nothing of it changes while the call is played. */
export const Insights = memo(function Insights({ content, sentences, onPlay }: InsightsProps) {
  const { brief, keyPoints = [], nextSteps = [], topics, trackers = [], outline = [] } = content;
  return (
    <>
      {brief !== null && (
        <Part title="Brief">
          <p>
            <PlacedSentences text={brief} sentences={sentences} onPlay={onPlay} />
          </p>
        </Part>
      )}
      {nextSteps.length > 0 && (
        <Part title="Next steps">
          <ul className="lines">
            {nextSteps.map(({ start, speaker, text, due }) => (
              <li key={start}>
                <Place seconds={start} onPlay={onPlay}>
                  <b>{speaker ?? "Somebody"}</b> {text}
                  {due !== undefined && <span className="chip">{due}</span>}
                </Place>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {keyPoints.length > 0 && (
        <Part title="Key points">
          <ul className="lines">
            {keyPoints.map(({ text }) => (
              <li key={text} className="line-plain">
                <PlacedSentences text={text} sentences={sentences} onPlay={onPlay} />
              </li>
            ))}
          </ul>
        </Part>
      )}
      {trackers.length > 0 && (
        <Part title="Trackers">
          <Trackers trackers={trackers} onPlay={onPlay} />
        </Part>
      )}
      {topics.length > 0 && <Topics topics={topics} outline={outline} onPlay={onPlay} />}
      {outline.length > 0 && <Outline outline={outline} onPlay={onPlay} />}
    </>
  );
});

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="card" aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function PlacedSentences({ text, sentences, onPlay }: Omit<InsightsProps, "content"> & { readonly text: string }) {
  return placeSentences(text, sentences).map(({ text: piece, start }, position) =>
    start === undefined ? (
      <span key={position}>{piece}</span>
    ) : (
      <button
        type="button"
        key={position}
        className="plain-button placed"
        title={`Play from ${clockTime(start)}`}
        onClick={() => onPlay(start)}
      >
        {piece}{" "}
      </button>
    ),
  );
}

type ContentPart = Pick<InsightsProps, "onPlay"> & { readonly outline: NonNullable<Content["outline"]> };

/** A topic leads to the first part of the call that is under it. */
function Topics({ topics, outline, onPlay }: ContentPart & { readonly topics: Content["topics"] }) {
  const startOf = new Map(outline.toReversed().map(({ section, start }) => [section, start]));
  return (
    <Part title="Topics">
      <ul className="lines">
        {topics.map(({ name, duration }) => {
          const start = startOf.get(name);
          const line = (
            <>
              {name} <span className="faint number">{clockTime(duration)} long</span>
            </>
          );
          return (
            <li key={name} className={start === undefined ? "line-plain" : undefined}>
              {start === undefined ? (
                line
              ) : (
                <Place seconds={start} onPlay={onPlay}>
                  {line}
                </Place>
              )}
            </li>
          );
        })}
      </ul>
    </Part>
  );
}

function Outline({ outline, onPlay }: ContentPart) {
  return (
    <Part title="Outline">
      <ol className="lines">
        {outline.map(({ section, start, items }) => (
          <li key={start}>
            <Place seconds={start} onPlay={onPlay}>
              <b>{section}</b>
            </Place>
            <ul className="lines lines-inner">
              {items.map((item) => (
                <li key={item.start}>
                  <Place seconds={item.start} onPlay={onPlay}>
                    {item.text}
                  </Place>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </Part>
  );
}
