import type { CallAnswer } from "../../../connection/call-answer.ts";
import { callFacts, callTitle, hostText } from "./call-head.ts";
import { contentText } from "./content-text.ts";
import { startTime } from "./clock-time.ts";
import { crmLines } from "./crm-text.ts";
import { listed } from "./listed.ts";
import { partyText } from "./party-text.ts";
import { named, quoted } from "./quoted.ts";
import { cutLines, TEXT_CHARACTERS } from "./text-budget.ts";
import { transcriptText } from "./transcript-text.ts";

const MOST_PARTIES = 30;
/** What the transcript is left with at least, however much else there is to say. */
const TRANSCRIPT_CHARACTERS = TEXT_CHARACTERS / 2;

/** One call: who, when, how it stands; its content and transcript where they were asked for. */
export function callText(call: CallAnswer): string {
  const top = [...headLines(call), ...(call.content ? contentText(call.content) : [])].join("\n");
  if (!call.transcript) return cutLines(top);
  const before = cutLines(top, TEXT_CHARACTERS - TRANSCRIPT_CHARACTERS);
  return [before, ...transcriptText(call.transcript.sentences, TEXT_CHARACTERS - before.length)].join("\n");
}

function headLines(call: CallAnswer): string[] {
  return [
    callTitle(call),
    callFacts(call),
    `Host: ${hostText(call)}`,
    "Parties:",
    ...listed(call.parties, MOST_PARTIES, partyText),
    ...otherLines(call),
    ...crmLines(call),
  ];
}

function otherLines(call: CallAnswer): string[] {
  const { clientUniqueId, warnings = [], media } = call;
  const facts: readonly (readonly [label: string, text: string | null | undefined])[] = [
    ["Purpose", call.purpose],
    ["Scheduled", call.scheduledStart === undefined ? undefined : startTime(call.scheduledStart)],
    ["Language", call.language],
    ["Meeting", call.meetingUrl],
    ["Provider", call.callProviderCode],
    ["Client unique id", clientUniqueId],
    ["Custom data", call.customData],
    ["Page", call.url],
    ["Audio", media?.audioUrl],
    ["Video", media?.videoUrl],
  ];
  const given = facts.flatMap(([label, text]) =>
    text === undefined || text === null ? [] : [`${label}: ${named(text)}`],
  );
  return [...given, ...warnings.map((warning) => `Warning: ${quoted(warning)}`)];
}
