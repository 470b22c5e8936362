import type { Writable } from "node:stream";
import { progressText } from "./progress-text.ts";
import type { ProgressView } from "./progress-view.ts";

export function makeLineView(callId: string, stderr: Writable): ProgressView {
  let shown = "";
  return {
    show: (progress) => {
      const text = progressText(progress);
      if (text === shown) return;
      shown = text;
      stderr.write(`Call ${callId}: ${text}\n`);
    },
    end: () => {},
  };
}
