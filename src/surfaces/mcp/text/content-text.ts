import type { CallAnswer } from "../../../connection/call-answer.ts";
import { clockTime } from "../../../connection/clock-time.ts";
import { listed } from "./listed.ts";
import { who } from "./party-text.ts";
import { named, quoted } from "./quoted.ts";

type Content = NonNullable<CallAnswer["content"]>;
type Said = Content["questions"]["asked"][number];

const MOST_LINES = 15;
const MOST_TIMES = 5;

/** What is known of what was said. Parts that nothing is known of are left out. */
export function contentText(content: Content): string[] {
  return [
    ...briefLine(content),
    ...part("Key points", content.keyPoints ?? [], ({ text }) => quoted(text)),
    ...part("Outline", content.outline ?? [], outlineText),
    ...nextSteps(content),
    ...topicsLine(content),
    ...part("Trackers", content.trackers ?? [], trackerText),
    ...keyphrasesLine(content),
    ...part(questionsTitle(content), content.questions.asked, said),
    ...statsLine(content),
    ...part("Talk time", content.talkTimes, ({ speakerId, speaker, affiliation, talkTime }) => {
      return `${who(speaker, affiliation)}, speakerId ${named(speakerId)}: ${clockTime(talkTime)}`;
    }),
  ];
}

export function briefLine({ brief }: Content): string[] {
  return brief === null ? [] : [`Brief: ${quoted(brief)}`];
}

export function topicsLine({ topics }: Content): string[] {
  if (topics.length === 0) return [];
  const shown = topics.slice(0, MOST_LINES).map(({ name, duration }) => `${quoted(name)} ${clockTime(duration)}`);
  return [`Topics: ${shown.join(", ")}`];
}

function part<T>(title: string, items: readonly T[], write: (item: T) => string): string[] {
  return items.length === 0 ? [] : [`${title}:`, ...listed(items, MOST_LINES, write)];
}

function said({ start, speaker, affiliation, text }: Said): string {
  return `${clockTime(start)} ${who(speaker, affiliation)}: ${quoted(text)}`;
}

function outlineText({ section, start, duration, items }: NonNullable<Content["outline"]>[number]): string {
  const [first] = items;
  const quote = first === undefined ? "" : `: ${quoted(first.text)}`;
  return `${clockTime(start)} ${quoted(section)} (${clockTime(duration)})${quote}`;
}

/** With who said it, where that is known; else under whatever heading the connection has them. */
function nextSteps({ nextSteps: steps, highlights = [] }: Content): string[] {
  if (steps) {
    const write = (step: (typeof steps)[number]) =>
      `${said(step)}${step.due === undefined ? "" : `, due ${quoted(step.due)}`}`;
    return part("Next steps", steps, write);
  }
  return highlights.flatMap(({ title, items }) =>
    part(`Highlights ${quoted(title)}`, items, ({ text, startTimes: [start] }) => {
      return start === undefined ? quoted(text) : `${clockTime(start)} ${quoted(text)}`;
    }),
  );
}

function trackerText({ name, count, phrases }: NonNullable<Content["trackers"]>[number]): string {
  const times = phrases.flatMap(({ occurrences }) => occurrences.map(({ start }) => start)).toSorted((a, b) => a - b);
  const shown = times.slice(0, MOST_TIMES).map(clockTime).join(", ");
  const at = times.length === 0 ? "" : ` at ${shown}${times.length > MOST_TIMES ? ", …" : ""}`;
  return `${quoted(name)}, ${count === 1 ? "once" : `${count} times`}${at}`;
}

function keyphrasesLine({ keyphrases }: Content): string[] {
  if (keyphrases.length === 0) return [];
  return [
    `Keyphrases: ${keyphrases
      .slice(0, MOST_LINES)
      .map(({ text, count }) => `${quoted(text)} ${count}`)
      .join(", ")}`,
  ];
}

function questionsTitle({ questions }: Content): string {
  return `Questions (${questions.companyCount} by the company, ${questions.nonCompanyCount} by others)`;
}

function statsLine({ interactionStats }: Content): string[] {
  if (interactionStats.length === 0) return [];
  const shown = interactionStats.map(({ name, value }) => `${named(name)} ${Math.round(value * 100) / 100}`);
  return [`Statistics: ${shown.join(", ")}`];
}
