import { Button, NativeSelect } from "@mantine/core";
import { clockTime } from "../../../src/connection/clock-time.ts";
import type { Player } from "./use-player.ts";

const SKIP_SECONDS = 10;
const rates = ["0.75", "1", "1.25", "1.5", "1.75", "2"];

interface PlayerBarProps {
  readonly player: Player;
  readonly hasMedia: boolean;
  readonly durationSeconds: number;
}

export function PlayerBar({ player, hasMedia, durationSeconds }: PlayerBarProps) {
  const { positionSeconds, isPlaying, rate, seek, toggle, setRate } = player;
  return (
    <div className="player-bar">
      {hasMedia && (
        <>
          <Button size="sm" onClick={toggle} className="player-play" aria-keyshortcuts="Space">
            {isPlaying ? "Pause" : "Play"}
          </Button>
          <Button size="sm" variant="default" onClick={() => seek(positionSeconds - SKIP_SECONDS)}>
            Back 10 s
          </Button>
          <Button
            size="sm"
            variant="default"
            onClick={() => seek(Math.min(durationSeconds, positionSeconds + SKIP_SECONDS))}
          >
            On 10 s
          </Button>
        </>
      )}
      <span className="number player-time">
        {clockTime(positionSeconds)} <span className="faint">/ {clockTime(durationSeconds)}</span>
      </span>
      {hasMedia ? (
        <NativeSelect
          aria-label="Speed"
          className="player-speed"
          data={rates.map((value) => ({ value, label: `${value}×` }))}
          value={String(rate)}
          onChange={(event) => setRate(Number(event.currentTarget.value))}
        />
      ) : (
        <span className="faint player-speed">There is no recording here: only what was said.</span>
      )}
    </div>
  );
}
