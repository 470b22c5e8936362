import { percent, shortNumber } from "./written-times.ts";

/** What a figure of Gong's interaction stats means here, and how it is written. */
export interface StatDescription {
  readonly name: string;
  readonly definition: string;
  readonly write: (value: number) => string;
}

const seconds = (value: number) =>
  value < 60 ? `${shortNumber(value)} s` : `${Math.floor(value / 60)} min ${Math.round(value % 60)} s`;

export const interactionStats: readonly StatDescription[] = [
  {
    name: "Talk Ratio",
    definition: "How much of all that was said the company said. Silence counts for nobody.",
    write: percent,
  },
  {
    name: "Longest Monologue",
    definition: "The longest time that somebody from the company spoke without another coming between.",
    write: seconds,
  },
  {
    name: "Longest Customer Story",
    definition: "The longest time that somebody who is not from the company spoke without another coming between.",
    write: seconds,
  },
  {
    name: "Interactivity",
    definition: "How often it changed between the company and the others who speaks, a minute.",
    write: (value) => `${shortNumber(value)} / min`,
  },
  {
    name: "Patience",
    definition: "How long the company waits after the others have spoken: the median of these pauses.",
    write: seconds,
  },
  {
    name: "Question Rate",
    definition: "How many questions the company asks, an hour.",
    write: (value) => `${shortNumber(value)} / h`,
  },
];
