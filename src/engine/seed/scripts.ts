import { type CallKind, type Ending, isPhoneCall } from "./journeys.ts";
import type { Subject } from "./talk-library.ts";

/** Chosen by the call: how it is greeted, what the account suffers from, what would help, how it ends. */
type ByCall = "greeting" | "pain" | "feature" | "closing";

/** What is talked about, at least and at most so many times. */
export type ScriptItem = readonly [subject: Subject | ByCall, least: number, most: number];

/** What calls of each kind are made of, in order. */
export const scripts: Readonly<Record<CallKind, readonly ScriptItem[]>> = {
  coldCall: [
    ["coldGreeting", 1, 1],
    ["coldPitch", 1, 1],
    ["coldObjection", 1, 1],
    ["pain", 1, 2],
    ["teamShape", 0, 1],
    ["pitch", 0, 1],
    ["coldObjection", 0, 1],
    ["closing", 1, 1],
    ["goodbye", 1, 1],
  ],
  inquiry: [
    ["inquiryGreeting", 1, 1],
    ["teamShape", 1, 1],
    ["currentProcess", 0, 1],
    ["challenge", 0, 1],
    ["pain", 1, 2],
    ["pitch", 1, 1],
    ["competitor", 0, 1],
    ["budget", 0, 1],
    ["closing", 1, 1],
    ["goodbye", 1, 1],
  ],
  discovery: [
    ["greeting", 1, 1],
    ["smallTalk", 0, 1],
    ["agendaDiscovery", 1, 1],
    ["teamShape", 1, 1],
    ["currentProcess", 1, 1],
    ["challenge", 0, 1],
    ["pain", 1, 3],
    ["impact", 0, 2],
    ["customerStory", 0, 2],
    ["goals", 0, 1],
    ["competitor", 0, 1],
    ["pitch", 1, 2],
    ["integration", 0, 1],
    ["budget", 0, 1],
    ["decision", 1, 1],
    ["timeline", 0, 1],
    ["objection", 0, 1],
    ["closing", 1, 1],
    ["goodbye", 1, 1],
  ],
  demo: [
    ["greeting", 1, 1],
    ["smallTalk", 0, 1],
    ["agendaDemo", 1, 1],
    ["demoIntro", 1, 1],
    ["feature", 2, 3],
    ["demoQuestion", 1, 2],
    ["feature", 0, 2],
    ["demoQuestion", 0, 2],
    ["integration", 0, 1],
    ["competitor", 0, 1],
    ["objection", 0, 1],
    ["demoWrap", 1, 1],
    ["pilot", 0, 1],
    ["closing", 1, 1],
    ["goodbye", 1, 1],
  ],
  security: [
    ["greeting", 1, 1],
    ["smallTalk", 0, 1],
    ["agendaSecurity", 1, 1],
    ["signOn", 1, 1],
    ["residency", 1, 2],
    ["certificates", 1, 1],
    ["continuity", 1, 2],
    ["audit", 0, 2],
    ["integration", 0, 1],
    ["closing", 1, 1],
    ["goodbye", 1, 1],
  ],
  pricing: [
    ["greeting", 1, 1],
    ["smallTalk", 0, 1],
    ["agendaPricing", 1, 1],
    ["quote", 1, 1],
    ["returns", 0, 2],
    ["discount", 1, 2],
    ["competitor", 0, 1],
    ["objection", 1, 2],
    ["terms", 1, 1],
    ["pilot", 0, 1],
    ["timeline", 0, 1],
    ["closing", 1, 1],
    ["goodbye", 1, 1],
  ],
  legal: [
    ["greeting", 1, 1],
    ["smallTalk", 0, 1],
    ["agendaLegal", 1, 1],
    ["redlines", 3, 5],
    ["terms", 0, 1],
    ["procurement", 1, 2],
    ["closing", 1, 1],
    ["goodbye", 1, 1],
  ],
  kickoff: [
    ["greeting", 1, 1],
    ["smallTalk", 0, 1],
    ["agendaKickoff", 1, 1],
    ["migration", 1, 2],
    ["integration", 1, 2],
    ["training", 1, 2],
    ["pilot", 0, 1],
    ["goLive", 1, 2],
    ["homework", 1, 1],
    ["closing", 1, 1],
    ["goodbye", 1, 1],
  ],
  review: [
    ["greeting", 1, 1],
    ["smallTalk", 0, 1],
    ["agendaReview", 1, 1],
    ["complaint", 1, 2],
    ["adoption", 1, 2],
    ["figures", 1, 2],
    ["feature", 0, 1],
    ["expansion", 0, 2],
    ["closing", 1, 1],
    ["goodbye", 1, 1],
  ],
  renewal: [
    ["greeting", 1, 1],
    ["smallTalk", 0, 1],
    ["agendaRenewal", 1, 1],
    ["figures", 1, 2],
    ["complaint", 0, 2],
    ["adoption", 0, 1],
    ["expansion", 0, 1],
    ["renewalTerms", 1, 2],
    ["closing", 1, 1],
    ["goodbye", 1, 1],
  ],
};

/** Subjects that keep to the people they were written for; any other may be taken up by the customer's colleague. */
export const fixedSubjects: ReadonlySet<ScriptItem[0]> = new Set([
  "coldGreeting",
  "inquiryGreeting",
  "greeting",
  "smallTalk",
  "customerStory",
  "closing",
  "goodbye",
]);

export function closingSubject(kind: CallKind, ending: Ending): Subject {
  if (ending === "booked") return isPhoneCall(kind) ? "bookedFromPhone" : "booked";
  if (kind === "renewal") return ending === "won" ? "renewed" : "notRenewed";
  if (ending === "lost" && kind === "coldCall") return "declined";
  return ending;
}
