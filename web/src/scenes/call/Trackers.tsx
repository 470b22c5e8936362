import type { CallAnswer } from "../../../../src/connection/call-answer.ts";
import { Place } from "./Place.tsx";

type FoundTrackers = NonNullable<NonNullable<CallAnswer["content"]>["trackers"]>;

interface TrackersProps {
  readonly trackers: FoundTrackers;
  readonly onPlay: (seconds: number) => void;
}

/** What the trackers found; the occurrences of each, in the order of the call, when it is opened. */
export function Trackers({ trackers, onPlay }: TrackersProps) {
  return trackers.map(({ name, count, phrases }) => {
    const occurrences = phrases.flatMap(({ phrase, occurrences: found }) => found.map((one) => ({ ...one, phrase })));
    occurrences.sort((a, b) => a.start - b.start);
    return (
      <details key={name} className="tracker-found">
        <summary>
          {name} <span className="faint number">{count}</span>
        </summary>
        <ul className="lines lines-inner">
          {occurrences.map(({ start, speaker, phrase }) => (
            <li key={`${start} ${phrase}`}>
              <Place seconds={start} onPlay={onPlay}>
                {phrase} <span className="faint">{speaker ?? "Somebody"}</span>
              </Place>
            </li>
          ))}
        </ul>
      </details>
    );
  });
}
