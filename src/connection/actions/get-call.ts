import { z } from "zod";
import { type InputProblem, NotFoundError } from "../../calls/errors.ts";
import { type CallAnswer, callAnswer, presentCall } from "../call-answer.ts";
import { defineAction } from "../define-action.ts";
import { requireAbility } from "../require-ability.ts";
import { flag, id, oneOf, seconds, text } from "../parameter-types.ts";

/** Gong: a call without a processed recording is not there, nor is one that the key may not see. */
const NOT_SHOWN =
  "one that was just added shows once its recording is processed, and a key that may not see a call gets the same answer.";

const parameters = z.object({
  "call-id": id().optional().describe("The call's id; required unless client-unique-id is given"),
  "client-unique-id": text().optional().describe("The id given when the call was added, instead of call-id"),
  context: oneOf(["None", "Basic", "Extended"])
    .default("Extended")
    .describe("Links to CRM objects; Extended with their fields"),
  "include-content": flag()
    .default(false)
    .describe("Include topics, keyphrases, brief, questions and interaction stats"),
  "include-transcript": flag().default(false).describe("Include every sentence with speaker, side and time"),
  "transcript-from": seconds()
    .optional()
    .describe("With include-transcript, only sentences that start at this second of the call or later"),
  "transcript-to": seconds()
    .optional()
    .describe("With include-transcript, only sentences that start before this second of the call"),
});
type Parameters = z.infer<typeof parameters>;

export const getCall = defineAction({
  name: "get-call",
  summary: "Get one call with its parties, status and media links",
  description:
    "Answers everything known of a call in one object. A call is there from the moment it is added; status says how far its " +
    "processing is, and failure what went wrong and how to retry.",
  parameters,
  result: callAnswer,
  annotations: { isReadOnly: true, isIdempotent: true, isDestructive: false, reachesOut: false },
  scopes: ["api:calls:read:extensive", "api:calls:read:media-url"],
  example: `/your-gong-connection
action: get-call
call-id: generated_call_id_67890`,
  check: (given) => [...checkId(given), ...checkPart(given)],
  run: async (backend, given) => {
    const clientUniqueId = given["client-unique-id"];
    const by = clientUniqueId === undefined ? { callId: given["call-id"] ?? "" } : { clientUniqueId };
    const record = await requireAbility(backend.status, "get-call").getCall(by, {
      context: given.context,
      includeContent: given["include-content"],
      includeMedia: true,
      includeTranscript: given["include-transcript"],
    });
    if (record) return partOfTranscript(presentCall(record), given);
    const [name, value] =
      clientUniqueId === undefined ? ["call-id", given["call-id"]] : ["client-unique-id", clientUniqueId];
    const mend = backend.isRemote ? NOT_SHOWN : "search-calls lists the calls there are.";
    throw new NotFoundError(`There is no call with ${name} ${value}; ${mend}`);
  },
});

function partOfTranscript(call: CallAnswer, given: Parameters): CallAnswer {
  const { "transcript-from": from = 0, "transcript-to": to = Number.POSITIVE_INFINITY } = given;
  if (!call.transcript) return call;
  const sentences = call.transcript.sentences.filter(({ start }) => start >= from && start < to);
  return { ...call, transcript: { ...call.transcript, sentences } };
}

function checkId(given: Partial<Parameters>): InputProblem[] {
  const callId = given["call-id"];
  const clientUniqueId = given["client-unique-id"];
  if (callId === undefined && clientUniqueId === undefined) {
    return [{ parameter: "call-id", message: "is required: the id that add-call answered (or give client-unique-id)" }];
  }
  if (callId === undefined || clientUniqueId === undefined) return [];
  return [{ parameter: "client-unique-id", message: "cannot be given together with call-id; leave one out" }];
}

function checkPart(given: Partial<Parameters>): InputProblem[] {
  const { "transcript-from": from, "transcript-to": to } = given;
  if (from === undefined && to === undefined) return [];
  const problems: InputProblem[] = [];
  if (given["include-transcript"] === false) {
    const parameter = from === undefined ? "transcript-to" : "transcript-from";
    problems.push({ parameter, message: "says which part of the transcript; give include-transcript: true, too" });
  }
  if (from !== undefined && to !== undefined && from >= to) {
    problems.push({ parameter: "transcript-from", message: `must be below transcript-to (${to}); got ${from}` });
  }
  return problems;
}
