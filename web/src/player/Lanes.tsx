import { type KeyboardEvent, type MouseEvent, useMemo } from "react";
import { clockTime } from "../../../src/connection/clock-time.ts";
import { percent } from "../ui/written-times.ts";
import { type Lane, type Marker, pathOf } from "./lanes.ts";

const STEP_SECONDS = 5;

interface LanesProps {
  readonly durationSeconds: number;
  readonly positionSeconds: number;
  readonly lanes: readonly Lane[];
  readonly trackers: readonly Marker[];
  readonly questions: readonly Marker[];
  readonly onSeek: (seconds: number) => void;
}

/** The call from left to right, a lane for each voice; pressed or with the arrow keys it leads there. */
export function Lanes({ durationSeconds, positionSeconds, lanes, trackers, questions, onSeek }: LanesProps) {
  const talk = lanes.reduce((sum, { talkSeconds }) => sum + talkSeconds, 0);
  const press = (event: MouseEvent<HTMLDivElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    onSeek(((event.clientX - left) / width) * durationSeconds);
  };
  return (
    <div className="lanes">
      <div className="lanes-names" aria-hidden>
        {lanes.map(({ name, affiliation, talkSeconds }) => (
          <div key={`${affiliation} ${name}`} className="lane-name">
            <span className={`person person-${affiliation.toLowerCase()}`} title={name}>
              {name}
            </span>
            <span className="faint number">{percent(talkSeconds / talk)}</span>
          </div>
        ))}
        {trackers.length > 0 && <div className="lane-name faint">Trackers</div>}
        {questions.length > 0 && <div className="lane-name faint">Questions</div>}
      </div>
      <div
        className="lanes-field"
        role="slider"
        tabIndex={0}
        aria-label="Place in the call"
        aria-valuemin={0}
        aria-valuemax={Math.round(durationSeconds)}
        aria-valuenow={Math.round(positionSeconds)}
        aria-valuetext={`${clockTime(positionSeconds)} of ${clockTime(durationSeconds)}`}
        onClick={press}
        onKeyDown={(event) => moveByKey(event, positionSeconds, durationSeconds, onSeek)}
      >
        {lanes.map((lane) => (
          <SpeechLane key={`${lane.affiliation} ${lane.name}`} lane={lane} durationSeconds={durationSeconds} />
        ))}
        <MarkerLane kind="tracker" markers={trackers} durationSeconds={durationSeconds} />
        <MarkerLane kind="question" markers={questions} durationSeconds={durationSeconds} />
        <div className="lanes-now" style={{ left: `${Math.min(100, (positionSeconds / durationSeconds) * 100)}%` }} />
      </div>
    </div>
  );
}

function SpeechLane({ lane, durationSeconds }: { readonly lane: Lane; readonly durationSeconds: number }) {
  const path = useMemo(() => pathOf(lane.spans), [lane]);
  return (
    <svg
      className={`lane lane-${lane.affiliation.toLowerCase()}`}
      viewBox={`0 0 ${durationSeconds} 1`}
      preserveAspectRatio="none"
      aria-hidden
    >
      <path d={path} />
    </svg>
  );
}

interface MarkerLaneProps {
  readonly kind: "tracker" | "question";
  readonly markers: readonly Marker[];
  readonly durationSeconds: number;
}

function MarkerLane({ kind, markers, durationSeconds }: MarkerLaneProps) {
  if (markers.length === 0) return null;
  return (
    <div className="lane lane-markers" aria-hidden>
      {markers.map(({ start, label }) => (
        <span
          key={`${start} ${label}`}
          className={`marker marker-${kind}`}
          style={{ left: `${(start / durationSeconds) * 100}%` }}
          title={`${clockTime(start)} ${label}`}
        />
      ))}
    </div>
  );
}

function moveByKey(
  event: KeyboardEvent,
  now: number,
  durationSeconds: number,
  onSeek: (seconds: number) => void,
): void {
  const places: Readonly<Record<string, number>> = {
    ArrowLeft: now - STEP_SECONDS,
    ArrowDown: now - STEP_SECONDS,
    ArrowRight: now + STEP_SECONDS,
    ArrowUp: now + STEP_SECONDS,
    PageDown: now - 12 * STEP_SECONDS,
    PageUp: now + 12 * STEP_SECONDS,
    Home: 0,
    End: durationSeconds,
  };
  const place = places[event.key];
  if (place === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  onSeek(Math.min(durationSeconds, Math.max(0, place)));
}
