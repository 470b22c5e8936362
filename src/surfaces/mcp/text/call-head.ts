import type { CallAnswer } from "../../../connection/call-answer.ts";
import { clockTime } from "../../../connection/clock-time.ts";
import { startTime } from "./start-time.ts";
import { named, quoted } from "./quoted.ts";

/** `Call 123: "Intro with Acme"` */
export function callTitle({ callId, title }: CallAnswer): string {
  return `Call ${named(callId)}: ${title === null ? "untitled" : quoted(title)}`;
}

/** When, how long, which way, what became of it. */
export function callFacts(call: CallAnswer): string {
  const { actualStart, duration, direction, disposition } = call;
  const length = duration === null ? "length not known yet" : clockTime(duration);
  const noted = disposition === null ? [] : [`disposition ${quoted(disposition)}`];
  return [startTime(actualStart), length, named(direction), statusText(call), ...noted].join(", ");
}

/** How far the processing is. */
function statusText({ status, processing, failure }: CallAnswer): string {
  if (failure) return `Failed at ${named(failure.stage)}: ${quoted(failure.reason)}; retry-call starts it again`;
  if (!processing) return status;
  const { stage, progress } = processing;
  return `${status} (${named(stage)}${progress === null ? "" : `, ${Math.floor(progress * 100)} %`})`;
}

export function hostText({ primaryUser }: CallAnswer): string {
  const { name, emailAddress, userId } = primaryUser;
  const traits = [
    name === null ? [] : quoted(name),
    emailAddress === null ? [] : named(emailAddress),
    `userId ${named(userId)}`,
  ];
  return traits.flat().join(", ");
}
