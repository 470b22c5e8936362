import type { TamtamApi } from "../../../gong-api/tamtam/tamtam-api.ts";
import { type CallOutcomeParts, presentOwnOutcome, requireOutcome } from "./call-outcomes.ts";

export function changeCallOutcome(parts: CallOutcomeParts): TamtamApi["changeCallOutcome"] {
  return async ({ id, callOutcome: name, automation, ...same }) => {
    const { id: outcomeId } = await requireOutcome(parts, id);
    const change = { ...same, name, automation: automation === "" ? null : automation };
    await parts.database.transact((transaction) => parts.callOutcomes.change(outcomeId, change, transaction));
    return { outcome: presentOwnOutcome(await requireOutcome(parts, id)) };
  };
}
