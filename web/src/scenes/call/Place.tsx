import type { ReactNode } from "react";
import { clockTime } from "../../../../src/connection/clock-time.ts";

interface PlaceProps {
  readonly seconds: number;
  readonly onPlay: (seconds: number) => void;
  readonly children: ReactNode;
}

/** A line that leads to its place in the call. */
export function Place({ seconds, onPlay, children }: PlaceProps) {
  return (
    <button type="button" className="plain-button place" onClick={() => onPlay(seconds)}>
      <span className="number faint place-time">{clockTime(seconds)}</span>
      <span>{children}</span>
    </button>
  );
}
