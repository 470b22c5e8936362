import type { SpokenLine } from "../spoken-line.ts";
import { type Columns, table } from "./table.ts";

const columns: Columns<SpokenLine> = {
  start: ({ startMs }) => startMs / 1000,
  end: ({ endMs }) => endMs / 1000,
  speaker: ({ speakerName }) => speakerName,
  affiliation: ({ affiliation }) => affiliation,
  speakerId: ({ speakerId }) => speakerId,
  text: ({ text }) => text,
};

/** A transcript as CSV: one sentence a line, times in seconds. */
export function transcriptTable(lines: readonly SpokenLine[]): string {
  return `${table.header(columns)}${lines.map((line) => table.line(columns, line)).join("")}`;
}
