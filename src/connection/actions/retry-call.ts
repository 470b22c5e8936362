import { z } from "zod";
import { defineAction } from "../define-action.ts";
import { requireAbility } from "../require-ability.ts";
import { id } from "../parameter-types.ts";

export const retryCall = defineAction({
  name: "retry-call",
  summary: "Start a failed call again from the stage that failed",
  description:
    "What earlier stages achieved is kept: a call that failed while being transcribed is not downloaded again.",
  parameters: z.object({ "call-id": id().describe("The id of a call whose status is Failed") }),
  result: z.object({ callId: z.string(), status: z.enum(["Processing", "Completed", "Failed"]), stage: z.string() }),
  annotations: { isReadOnly: false, isIdempotent: false, isDestructive: false, reachesOut: false },
  scopes: ["api:calls:create"],
  example: `/your-gong-connection
action: retry-call
call-id: generated_call_id_67890`,
  run: async (backend, given) => {
    const callId = given["call-id"];
    return { callId, ...(await requireAbility(backend.status, "retry-call").retryCall(callId)) };
  },
});
