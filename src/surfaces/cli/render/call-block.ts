import { type CallAnswer, callAnswer } from "../../../connection/call-answer.ts";
import { clockTime, startParts } from "./clock-time.ts";
import { labelledBlock, type LabelledRow } from "./labelled-block.ts";
import type { Page } from "./page.ts";
import { printable } from "./printable.ts";

/** One call for reading: who, when, how it stands; then its content and transcript where they were asked for. */
export function renderCall(answer: unknown, page: Page): string | undefined {
  const { data: call } = callAnswer.safeParse(answer);
  if (!call) return undefined;
  const parts = [
    page.style.strong(printable(call.title ?? "Untitled call")),
    labelledBlock(metadataRows(call), page),
    call.content && labelledBlock(contentRows(call.content), page),
    call.transcript && transcriptText(call.transcript, page),
  ];
  return parts.filter((part) => part !== undefined).join("\n\n");
}

function metadataRows(call: CallAnswer): LabelledRow[] {
  const { day, time } = startParts(call.actualStart);
  return [
    ["Call", call.callId],
    ["Status", statusLines(call)],
    ["Warnings", call.warnings],
    ["Start", `${day} ${time}`],
    ["Duration", call.duration === null ? "not known yet" : clockTime(call.duration)],
    [
      "Host",
      [call.primaryUser.name, call.primaryUser.emailAddress, call.primaryUser.userId].filter(Boolean).join(", "),
    ],
    ["Parties", call.parties.map(partyLine)],
    ["Direction", call.direction],
    ["Disposition", call.disposition],
    ["Purpose", call.purpose],
    ["Scheduled", call.scheduledStart],
    ["Language", call.language],
    ["Meeting", call.meetingUrl],
    ["Provider", call.callProviderCode],
    ["Client id", call.clientUniqueId],
    ["CRM", (call.context ?? []).flatMap(({ system, objects }) => objects.map((object) => crmLine(system, object)))],
    ["Page", call.url],
    ["Audio", call.media?.audioUrl],
    ["Video", call.media?.videoUrl],
  ];
}

function statusLines(call: CallAnswer): string[] {
  if (call.failure) return [`Failed at ${call.failure.stage}: ${call.failure.reason}`, `Retry: ${call.failure.retry}`];
  if (!call.processing) return [call.status];
  const { stage, progress } = call.processing;
  return [`${call.status}: ${stage}${progress === null ? "" : `, ${Math.floor(progress * 100)} %`}`];
}

function partyLine(party: CallAnswer["parties"][number]): string {
  const { name, affiliation, emailAddress, phoneNumber } = party;
  return [name ?? "(no name)", affiliation, emailAddress, phoneNumber].filter(Boolean).join(", ");
}

type CrmObject = NonNullable<CallAnswer["context"]>[number]["objects"][number];

function crmLine(system: string, { objectType, objectId, fields = [] }: CrmObject): string {
  const values = fields.map(({ name, value }) => `${name} ${JSON.stringify(value)}`);
  return [`${system} ${objectType} ${objectId}`, ...values].join(", ");
}

function contentRows(content: NonNullable<CallAnswer["content"]>): LabelledRow[] {
  const { questions } = content;
  const sides = `${questions.companyCount} by the company, ${questions.nonCompanyCount} by others`;
  const asked = questions.asked.map(
    ({ start, speaker, text }) => `${clockTime(start)} ${speaker ?? "Unknown"}: ${text}`,
  );
  return [
    ["Brief", content.brief],
    ["Key points", content.keyPoints?.map(({ text }) => text)],
    [
      "Outline",
      content.outline?.map(({ section, start, duration }) => `${clockTime(start)} ${section} (${clockTime(duration)})`),
    ],
    ...(content.highlights ?? []).map(({ title, items }): LabelledRow => {
      return [title, items.map(({ text, startTimes }) => [...startTimes.slice(0, 1).map(clockTime), text].join(" "))];
    }),
    ["Topics", content.topics.map(({ name, duration }) => `${name} ${clockTime(duration)}`).join(", ")],
    ["Trackers", content.trackers?.map(({ name, count }) => `${name} (${count})`).join(", ")],
    ["Keyphrases", content.keyphrases.map(({ text, count: times }) => `${text} (${times})`).join(", ")],
    ["Questions", [sides, ...asked]],
    ["Stats", content.interactionStats.map(({ name, value }) => `${name} ${Math.round(value * 100) / 100}`)],
    [
      "Talk time",
      content.talkTimes.map(
        ({ speakerId, speaker, affiliation, talkTime }) =>
          `${speaker ?? `${affiliation} (speaker ${speakerId})`} ${clockTime(talkTime)}`,
      ),
    ],
  ];
}

function transcriptText(transcript: NonNullable<CallAnswer["transcript"]>, page: Page): string {
  const rows = transcript.sentences.map(({ start, speaker, affiliation, text }): LabelledRow => {
    return [`${clockTime(start)}  ${printable(speaker ?? `(${affiliation})`)}`, text];
  });
  const maker = page.style.faint(
    ["Transcript by", transcript.engine, transcript.model, transcript.version].filter((word) => word !== "").join(" "),
  );
  return rows.length === 0 ? `${maker}\n(nothing was said)` : `${maker}\n${labelledBlock(rows, page)}`;
}
