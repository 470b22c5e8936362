import type { SpokenLine } from "../spoken-line.ts";
import { captionSpan } from "./caption-span.ts";

/** Captions as browsers play them: one cue a sentence, the speaker as its voice. Source: W3C WebVTT. */
export function webVtt(lines: readonly SpokenLine[]): string {
  return ["WEBVTT\n", ...lines.map(cue)].join("\n");
}

function cue({ startMs, endMs, speakerName, text }: SpokenLine): string {
  const voice = speakerName === null ? "" : `<v ${escape(speakerName)}>`;
  return `${captionSpan(startMs, endMs, ".")}\n${voice}${escape(text)}\n`;
}

/** An empty line would end the cue. */
function escape(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll(/\s*\n\s*/g, " ");
}
