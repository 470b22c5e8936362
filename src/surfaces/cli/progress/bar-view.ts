import { SingleBar } from "cli-progress";
import type { CliIo } from "../cli-io.ts";
import { formatSpeed } from "./format-speed.ts";
import type { CallProgress } from "../host/processing.ts";
import { progressText } from "./progress-text.ts";
import type { ProgressView } from "./progress-view.ts";

const TEXT_WIDTH = 36;
/** Beside the bar: its frame, the per cent and the speed. */
const FIGURES_WIDTH = 32;
const WIDEST_BAR = 40;
const NARROWEST_BAR = 10;

export function makeBarView({ stderr, columns = 80 }: Pick<CliIo, "stderr" | "columns">): ProgressView {
  const bar = new SingleBar({
    format: "{text} [{bar}] {percentage} %{speed}",
    barCompleteChar: "=",
    barIncompleteChar: "-",
    barsize: Math.min(WIDEST_BAR, Math.max(NARROWEST_BAR, columns - TEXT_WIDTH - FIGURES_WIDTH)),
    stream: stderr,
    hideCursor: true,
    clearOnComplete: true,
    // Ctrl-C reaches us as a signal, and this view is ended then.
    gracefulExit: false,
  });
  let isStarted = false;
  return {
    show: (progress) => {
      const payload = { text: progressText(progress).padEnd(TEXT_WIDTH), speed: speedText(progress) };
      if (!isStarted) bar.start(100, 0, payload);
      isStarted = true;
      bar.update(Math.floor(100 * ((progress.setUp ?? progress).progress ?? 0)), payload);
    },
    end: () => bar.stop(),
  };
}

function speedText({ timesRealTime, setUp }: CallProgress): string {
  return timesRealTime === null || setUp !== null ? "" : `, ${formatSpeed(timesRealTime)} times real time`;
}
