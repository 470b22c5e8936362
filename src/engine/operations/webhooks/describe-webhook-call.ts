import type { CallId } from "../../../calls/ids.ts";
import type { GongApi } from "../../../gong-api/gong-api.ts";
import { everythingOfACall } from "../../../gong-api/present/present-webhook.ts";
import type { DetailedCall } from "../../../gong-api/schemas/list-calls-extensive.ts";
import { WireError } from "../../../gong-api/wire-errors.ts";

/** A call with all blocks there are, as `POST /v2/calls/extensive` has them; `undefined` where it is gone. */
export async function describeWebhookCall(
  { listCallsExtensive }: Pick<GongApi, "listCallsExtensive">,
  callId: CallId,
): Promise<DetailedCall | undefined> {
  try {
    const { calls } = await listCallsExtensive({ filter: { callIds: [callId] }, contentSelector: everythingOfACall });
    return calls[0];
  } catch (error) {
    if (error instanceof WireError && error.code === "calls-not-found") return undefined;
    throw error;
  }
}
