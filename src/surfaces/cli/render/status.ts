import type { CallStatus } from "../../../calls/call.ts";
import type { Page } from "./page.ts";

export function paintStatus(status: CallStatus, page: Page): string {
  const paint = { Completed: page.style.good, Processing: page.style.poor, Failed: page.style.bad }[status];
  return paint(status);
}
