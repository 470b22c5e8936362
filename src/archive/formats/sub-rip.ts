import type { SpokenLine } from "../spoken-line.ts";
import { captionSpan } from "./caption-span.ts";

/** Subtitles in the SubRip form (`.srt`): numbered, with the speaker's name before the words. */
export function subRip(lines: readonly SpokenLine[]): string {
  return lines.map((line, index) => `${index + 1}\n${entry(line)}\n`).join("\n");
}

/** An empty line would end the entry. */
function entry({ startMs, endMs, speakerName, text }: SpokenLine): string {
  const spoken = `${speakerName === null ? "" : `${speakerName}: `}${text}`.replaceAll(/\s*\n\s*/g, " ");
  return `${captionSpan(startMs, endMs, ",")}\n${spoken}`;
}
