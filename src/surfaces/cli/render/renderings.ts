import type { Render } from "../output.ts";
import { renderAddedCall, renderDeletedCall, renderEditedCall, renderRetriedCall } from "./added-call.ts";
import { renderCall } from "./call-block.ts";
import { renderCalls } from "./calls-table.ts";

const renderings: Readonly<Record<string, Render>> = {
  "add-call": renderAddedCall,
  "get-call": renderCall,
  "search-calls": renderCalls,
  "retry-call": renderRetriedCall,
  "edit-call": renderEditedCall,
  "delete-call": renderDeletedCall,
};

/** How people read an action's answer; an action without a rendering is shown as JSON. */
export function renderingOf(action: string): Render | undefined {
  return renderings[action];
}
