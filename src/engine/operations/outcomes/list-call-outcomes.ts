import type { GongApi } from "../../../gong-api/gong-api.ts";
import { presentCallOutcome } from "../../../gong-api/present/present-call-outcome.ts";
import type { CallOutcomeStore } from "../../store/call-outcome-store.ts";

export interface ListCallOutcomesParts {
  readonly callOutcomes: CallOutcomeStore;
}

export function listCallOutcomes({ callOutcomes }: ListCallOutcomesParts): GongApi["listCallOutcomes"] {
  return async () => ({ outcomes: (await callOutcomes.list()).map(presentCallOutcome) });
}
