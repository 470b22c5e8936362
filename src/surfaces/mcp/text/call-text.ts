import type { CallAnswer } from "../../../connection/call-answer.ts";
import { callFacts, callTitle, hostText } from "./call-head.ts";
import { contentText } from "./content-text.ts";
import { startTime } from "./start-time.ts";
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

function otherLines({ media, warnings = [], ...call }: CallAnswer): string[] {
  return [
    ...given("Purpose", call.purpose, quoted),
    ...given("Scheduled", call.scheduledStart, startTime),
    ...given("Language", call.language, named),
    ...given("Meeting", call.meetingUrl, named),
    ...given("Provider", call.callProviderCode, named),
    ...given("Client unique id", call.clientUniqueId, named),
    ...given("Custom data", call.customData, quoted),
    ...given("Page", call.url, named),
    ...given("Audio", media?.audioUrl, named),
    ...given("Video", media?.videoUrl, named),
    ...warnings.map((warning) => `Warning: ${quoted(warning)}`),
  ];
}

function given(label: string, text: string | null | undefined, write: (text: string) => string): string[] {
  return text === null || text === undefined ? [] : [`${label}: ${write(text)}`];
}
