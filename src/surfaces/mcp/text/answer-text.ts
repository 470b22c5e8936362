import { callAnswer } from "../../../connection/call-answer.ts";
import { foundCallsAnswer } from "../../../connection/found-calls-answer.ts";
import { callText } from "./call-text.ts";
import { callsText } from "./calls-text.ts";
import { plainText } from "./plain-text.ts";
import { cutLines } from "./text-budget.ts";

/** An action's answer for an agent to read. Told by its shape, not by the action: what another action answers is written as well. */
export function answerText(answer: unknown): string {
  const call = callAnswer.safeParse(answer);
  if (call.success) return callText(call.data);
  const found = foundCallsAnswer.safeParse(answer);
  if (found.success) return callsText(found.data);
  return cutLines(plainText(answer));
}
