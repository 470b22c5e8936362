import { type CallOutcome, outcomeIdOf } from "../../../calls/call-outcome.ts";
import { InvalidInputError } from "../../../calls/errors.ts";
import { asId, type CallOutcomeId } from "../../../calls/ids.ts";
import type { TamtamApi } from "../../../gong-api/tamtam/tamtam-api.ts";
import { type CallOutcomeParts, presentOwnOutcome } from "./call-outcomes.ts";

export function createCallOutcome(parts: CallOutcomeParts): TamtamApi["createCallOutcome"] {
  return async ({ id, callOutcome: name, displayOrder, ...same }) => {
    const outcome = await parts.database.transact(async (transaction) => {
      const made: CallOutcome = {
        ...same,
        id: idFor(id, name),
        name,
        displayOrder: displayOrder ?? (await orderAfter(parts, same.connectStatus)),
      };
      await parts.callOutcomes.add(made, transaction);
      return made;
    });
    return { outcome: presentOwnOutcome(outcome) };
  };
}

function idFor(id: string | undefined, name: string): CallOutcomeId {
  const made = id === undefined ? outcomeIdOf(name) : asId<CallOutcomeId>(id);
  if (made) return made;
  const message = `is needed where the name "${name}" has no letter or digit to make one of`;
  throw new InvalidInputError([{ parameter: "id", message }]);
}

/** Behind the last one of its kind. */
async function orderAfter({ callOutcomes }: CallOutcomeParts, status: CallOutcome["connectStatus"]): Promise<number> {
  const others = (await callOutcomes.list()).filter(({ connectStatus }) => connectStatus === status);
  return Math.max(0, ...others.map(({ displayOrder }) => displayOrder)) + 1;
}
