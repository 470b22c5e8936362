import { z } from "zod";
import { directions } from "../../calls/call.ts";
import { partyList } from "../../gong-api/schemas/add-call.ts";
import { editedParty, statedSpeaker } from "../../gong-api/tamtam/edit-call.ts";
import { defineAction } from "../define-action.ts";
import { inParameterNames } from "../in-parameter-names.ts";
import { id, json, oneOf, optionalText, strictFields } from "../parameter-types.ts";
import { requireAbility } from "../require-ability.ts";

const changes = {
  "call-title": optionalText().optional().describe("Title of the call; an empty one takes it away"),
  direction: oneOf(directions).optional().describe("Call direction"),
  disposition: optionalText(255).optional().describe("Call disposition or outcome; an empty one takes it away"),
  purpose: optionalText(255).optional().describe("Purpose of the call; an empty one takes it away"),
  participants: json(partyList(strictFields(editedParty.shape)))
    .optional()
    .describe(
      "JSON array of all participants as they are to be, in the fields of add-call. One with the partyId, userId, e-mail address, phone number or " +
        "name of somebody on the call is them and keeps what is not named (an empty text takes it away); others are new, and who is missing leaves",
    ),
  speakers: json(z.array(strictFields(statedSpeaker.shape)).min(1))
    .optional()
    .describe(
      "JSON array of whose voice is whose: speakerId as get-call shows it, and partyId: the partyId, userId, e-mail address, phone number or name of a " +
        "participant, nobody's where it is left out",
    ),
};

export const editCall = defineAction({
  name: "edit-call",
  summary: "Correct a call's title, participants, speakers, direction, disposition or purpose",
  description:
    "What is not named stays. The call is found by what it is called now at once; where participants or speakers change, its statistics are " +
    "computed again, and status says Processing until that is done.",
  parameters: z.object({ "call-id": id().describe("The id of the call"), ...changes }),
  result: z.object({
    callId: z.string(),
    edited: z.literal(true),
    status: z.literal("Processing").optional().describe("Present while stages are done again because of the change"),
    stage: z.string().optional().describe("The first of them"),
  }),
  annotations: { isReadOnly: false, isIdempotent: true, isDestructive: true, reachesOut: false },
  example: `/your-gong-connection
action: edit-call
call-id: generated_call_id_67890
call-title: Renewal with Jane Smith
speakers: [{"speakerId": "generated_speaker_id_1", "partyId": "Jane Smith"}]`,
  check: (given) => {
    const names = Object.keys(changes);
    if (given["call-id"] === undefined || names.some((name) => name in given)) return [];
    return [{ parameter: "call-id", message: `says which call; say what to change of it too: ${names.join(", ")}` }];
  },
  run: async (backend, given) => {
    const callId = given["call-id"];
    const editing = requireAbility(backend.editing, "edit-call");
    const { stage } = await inParameterNames({ parties: "participants", title: "call-title", id: "call-id" }, () =>
      editing.editCall({
        id: callId,
        title: given["call-title"],
        direction: given.direction,
        disposition: given.disposition,
        purpose: given.purpose,
        parties: given.participants,
        speakers: given.speakers,
      }),
    );
    return { callId, edited: true as const, ...(stage !== undefined && { status: "Processing" as const, stage }) };
  },
});
