import { SingleBar } from "cli-progress";
import type { CliIo } from "../cli-io.ts";
import type { SyncNews } from "../host/mirrors.ts";

/** Shows how far a mirror is. */
export interface SyncView {
  show(news: SyncNews): void;
  showRecordings(count: number): void;
  /** Leaves the terminal as it was. */
  end(): void;
}

/** Gong: requests a second. */
const PACE = 3;
const BAR_WIDTH = 30;
const LINE_EVERY = 1000;
const RECORDINGS_EVERY = 100;

/** A bar where people watch; where stderr goes into a file, a line for every thousand calls. */
export function makeSyncView({ stderr, isTerminal }: Pick<CliIo, "stderr" | "isTerminal">): SyncView {
  if (isTerminal.stderr) return makeBar(stderr);
  let shownLines = 0;
  return {
    show: (news) => {
      const lines = Math.floor(news.callCount / LINE_EVERY);
      if (lines > shownLines) stderr.write(`Calls: ${news.callCount}${outOf(news)}${timeLeft(news)}\n`);
      shownLines = Math.max(lines, shownLines);
    },
    showRecordings: (count) => {
      if (count % RECORDINGS_EVERY === 0) stderr.write(`Recordings: ${count}\n`);
    },
    end: () => {},
  };
}

function makeBar(stream: CliIo["stderr"]): SyncView {
  const bar = new SingleBar({
    format: "Calls [{bar}] {text}",
    barCompleteChar: "=",
    barIncompleteChar: "-",
    barsize: BAR_WIDTH,
    stream,
    hideCursor: true,
    clearOnComplete: true,
    // Ctrl-C reaches us as a signal, and this view is ended then.
    gracefulExit: false,
  });
  let isStarted = false;
  let last = "";
  return {
    show: (news) => {
      const payload = { text: `${news.callCount}${outOf(news)}${timeLeft(news)}` };
      if (!isStarted) bar.start(1, 0, payload);
      isStarted = true;
      bar.setTotal(Math.max(news.expectedCount ?? news.callCount + 1, 1));
      bar.update(news.callCount, payload);
      last = payload.text;
    },
    showRecordings: (count) => bar.update({ text: `${last}; recordings: ${count}` }),
    end: () => bar.stop(),
  };
}

function outOf({ expectedCount }: SyncNews): string {
  return expectedCount === null ? "" : ` of ${expectedCount}`;
}

function timeLeft({ requestsLeft }: SyncNews): string {
  if (requestsLeft === null || requestsLeft === 0) return "";
  const seconds = Math.ceil(requestsLeft / PACE);
  const time = seconds < 120 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
  const requests = requestsLeft === 1 ? "1 request" : `${requestsLeft} requests`;
  return `, ${requests} or about ${time} left`;
}
