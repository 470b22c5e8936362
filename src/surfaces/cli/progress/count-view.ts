import { SingleBar } from "cli-progress";
import type { CliIo } from "../cli-io.ts";

/** Shows how many of a known number of things are done. */
export interface CountView {
  show(doneCount: number): void;
  /** Leaves the terminal as it was. */
  end(): void;
}

const LINES = 4;
const BAR_WIDTH = 40;

/** A bar where people watch; where stderr goes into a file, a line now and then. */
export function makeCountView(
  what: string,
  totalCount: number,
  { stderr, isTerminal }: Pick<CliIo, "stderr" | "isTerminal">,
): CountView {
  if (isTerminal.stderr) return makeBar(what, totalCount, stderr);
  let shownLines = 0;
  return {
    show: (doneCount) => {
      const lines = Math.floor((doneCount / totalCount) * LINES);
      if (lines > shownLines) stderr.write(`${what}: ${doneCount} of ${totalCount}\n`);
      shownLines = lines;
    },
    end: () => {},
  };
}

/** The same for work that finds out how much there is to do. */
export function makeLateCountView(
  what: string,
  io: Pick<CliIo, "stderr" | "isTerminal">,
): { readonly onProgress: (doneCount: number, totalCount: number) => void; readonly end: () => void } {
  let view: CountView | undefined;
  return {
    onProgress: (doneCount, totalCount) => {
      view ??= makeCountView(what, totalCount, io);
      view.show(doneCount);
    },
    end: () => view?.end(),
  };
}

function makeBar(what: string, totalCount: number, stream: CliIo["stderr"]): CountView {
  const bar = new SingleBar({
    format: `${what} [{bar}] {value} of {total}`,
    barCompleteChar: "=",
    barIncompleteChar: "-",
    barsize: BAR_WIDTH,
    stream,
    hideCursor: true,
    clearOnComplete: true,
    // Ctrl-C reaches us as a signal, and this view is ended then.
    gracefulExit: false,
  });
  bar.start(totalCount, 0);
  return { show: (doneCount) => bar.update(doneCount), end: () => bar.stop() };
}
