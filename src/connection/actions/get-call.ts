import { z } from "zod";
import { NotFoundError } from "../../calls/errors.ts";
import { callAnswer, presentCall } from "../call-answer.ts";
import { defineAction } from "../define-action.ts";
import { requireAbility } from "../require-ability.ts";
import { flag, id, oneOf, text } from "../parameter-types.ts";

/** Gong: a call without a processed recording is not there, nor is one that the key may not see. */
const NOT_SHOWN =
  "one that was just added shows once its recording is processed, and a key that may not see a call gets the same answer.";

export const getCall = defineAction({
  name: "get-call",
  summary: "Get one call with its parties, status and media links",
  description:
    "Answers everything known of a call in one object. A call is there from the moment it is added; status says how far its " +
    "processing is, and failure what went wrong and how to retry.",
  parameters: z.object({
    "call-id": id().optional().describe("The call's id; required unless client-unique-id is given"),
    "client-unique-id": text().optional().describe("The id given when the call was added, instead of call-id"),
    context: oneOf(["None", "Basic", "Extended"])
      .default("Extended")
      .describe("Links to CRM objects; Extended with their fields"),
    "include-content": flag()
      .default(false)
      .describe("Include topics, keyphrases, brief, questions and interaction stats"),
    "include-transcript": flag().default(false).describe("Include every sentence with speaker, side and time"),
  }),
  result: callAnswer,
  annotations: { isReadOnly: true, isIdempotent: true },
  scopes: ["api:calls:read:extensive", "api:calls:read:media-url"],
  example: `/your-gong-connection
action: get-call
call-id: generated_call_id_67890`,
  check: (given) => {
    const callId = given["call-id"];
    const clientUniqueId = given["client-unique-id"];
    if (callId === undefined && clientUniqueId === undefined) {
      return [
        { parameter: "call-id", message: "is required: the id that add-call answered (or give client-unique-id)" },
      ];
    }
    if (callId === undefined || clientUniqueId === undefined) return [];
    return [{ parameter: "client-unique-id", message: "cannot be given together with call-id; leave one out" }];
  },
  run: async (backend, given) => {
    const clientUniqueId = given["client-unique-id"];
    const by = clientUniqueId === undefined ? { callId: given["call-id"] ?? "" } : { clientUniqueId };
    const record = await requireAbility(backend.status, "get-call").getCall(by, {
      context: given.context,
      includeContent: given["include-content"],
      includeMedia: true,
      includeTranscript: given["include-transcript"],
    });
    if (record) return presentCall(record);
    const [name, value] =
      clientUniqueId === undefined ? ["call-id", given["call-id"]] : ["client-unique-id", clientUniqueId];
    const mend = backend.isRemote ? NOT_SHOWN : "search-calls lists the calls there are.";
    throw new NotFoundError(`There is no call with ${name} ${value}; ${mend}`);
  },
});
