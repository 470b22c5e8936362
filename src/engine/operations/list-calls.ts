import type { GongApi } from "../../gong-api/gong-api.ts";
import { presentCallBasicData } from "../../gong-api/present/present-call-basic-data.ts";
import { type CallPageParts, readCallPage, wireView } from "./call-pages.ts";

/** Gong: this list goes by the scheduled time of conferences; extensive and transcripts go by the start of every call. */
export function listCalls(parts: CallPageParts): GongApi["listCalls"] {
  return async ({ cursor, ...filter }) => {
    const page = await readCallPage(parts, { operationId: "listCalls", by: "schedule", prefix: "", filter, cursor });
    const view = await wireView(parts);
    return { records: page.records, calls: page.calls.map((call) => presentCallBasicData(call, view)) };
  };
}
