import { z } from "zod";
import {
  type CallOutcome,
  connectStatuses,
  outcomeAutomations,
  outcomeCategories,
  outcomeSentiments,
  todoActions,
} from "../calls/call-outcome.ts";
import { type EveryMember, idField } from "./record-fields.ts";

export const callOutcome: z.ZodType<CallOutcome> = z.object({
  id: idField<CallOutcome["id"]>(),
  name: z.string().min(1),
  displayOrder: z.number(),
  connectStatus: z.enum(connectStatuses),
  sentiment: z.enum(outcomeSentiments),
  todoAction: z.enum(todoActions),
  automation: z.enum(outcomeAutomations).optional(),
  category: z.enum(outcomeCategories),
} satisfies EveryMember<CallOutcome>);
