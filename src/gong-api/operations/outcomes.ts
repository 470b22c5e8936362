import { inArea, type Operation } from "../operation.ts";
import { listCallOutcomesRequest } from "../schemas/list-call-outcomes.ts";

const outcomes = inArea("Outcomes");

export const outcomesOperations: readonly Operation[] = [
  outcomes.served("listCallOutcomes", "GET /v2/call-outcomes", "api:call-outcomes:read", {
    request: listCallOutcomesRequest,
    differences: ["Those of a new tenant, until they are changed on `/tamtam/v1/call-outcomes`."],
  }),
];
