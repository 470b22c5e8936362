import { z } from "zod";
import { defineAction } from "../define-action.ts";
import { requireAbility } from "../require-ability.ts";
import { id } from "../parameter-types.ts";

export const deleteCall = defineAction({
  name: "delete-call",
  summary: "Delete a call for good: recording, transcript, analysis and index entry",
  description:
    "Everything of the call is off the disk when this answers, also where it is being processed. It cannot be taken back. " +
    "Users stay; a person's data on all calls is erased on Gong's data privacy paths.",
  parameters: z.object({ "call-id": id().describe("The id of the call") }),
  result: z.object({ callId: z.string(), deleted: z.literal(true) }),
  annotations: { isReadOnly: false, isIdempotent: false, isDestructive: true, reachesOut: false },
  scopes: ["api:data-privacy:delete"],
  example: `/your-gong-connection
action: delete-call
call-id: generated_call_id_67890`,
  run: async (backend, given) => {
    const callId = given["call-id"];
    await requireAbility(backend.erasing, "delete-call").deleteCall(callId);
    return { callId, deleted: true as const };
  },
});
