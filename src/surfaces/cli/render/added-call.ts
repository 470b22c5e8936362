import { z } from "zod";
import { callStatuses } from "../../../calls/call.ts";
import type { Page } from "./page.ts";
import { paintStatus } from "./status.ts";

const addedCall = z.object({
  callId: z.string(),
  status: z.enum(callStatuses),
  duplicate: z.literal(true).optional(),
});
const retriedCall = z.object({ callId: z.string(), status: z.enum(callStatuses), stage: z.string() });
const editedCall = z.object({ callId: z.string(), edited: z.literal(true), stage: z.string().optional() });
const deletedCall = z.object({ callId: z.string() });

export function renderAddedCall(answer: unknown, page: Page): string | undefined {
  const { data } = addedCall.safeParse(answer);
  if (!data) return undefined;
  const said = data.duplicate ? "was there before, with the same client-unique-id" : "is added";
  return `Call ${page.style.strong(data.callId)} ${said}; its status is ${paintStatus(data.status, page)}.`;
}

export function renderRetriedCall(answer: unknown, page: Page): string | undefined {
  const { data } = retriedCall.safeParse(answer);
  if (!data) return undefined;
  return `Call ${page.style.strong(data.callId)} starts again at ${data.stage}; its status is ${paintStatus(data.status, page)}.`;
}

export function renderEditedCall(answer: unknown, page: Page): string | undefined {
  const { data } = editedCall.safeParse(answer);
  if (!data) return undefined;
  const work = data.stage === undefined ? "" : `, and starts again at ${data.stage}`;
  return `Call ${page.style.strong(data.callId)} is changed${work}.`;
}

export function renderDeletedCall(answer: unknown, page: Page): string | undefined {
  const { data } = deletedCall.safeParse(answer);
  return data && `Call ${page.style.strong(data.callId)} is deleted; nothing of it is left on the disk.`;
}
