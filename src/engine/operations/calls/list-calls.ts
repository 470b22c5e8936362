import type { GongApi } from "../../../gong-api/gong-api.ts";
import { presentCallBasicData } from "../../../gong-api/present/present-call-basic-data.ts";
import { presentTenantBasicData } from "../../../gong-api/present/present-tenant-call.ts";
import { type CallPageParts, readCallPage, wireView } from "./call-pages.ts";
import { readMirrored } from "./mirrored-calls.ts";

/** Gong: this list goes by the scheduled time of conferences; extensive and transcripts go by the start of every call. */
export function listCalls(parts: CallPageParts): GongApi["listCalls"] {
  return async ({ cursor, ...filter }) => {
    const page = await readCallPage(parts, { operationId: "listCalls", by: "schedule", prefix: "", filter, cursor });
    const [view, mirrored] = await Promise.all([wireView(parts), readMirrored(parts, page.calls)]);
    return {
      records: page.records,
      calls: page.calls.map((call) => {
        const sent = mirrored.get(call.id);
        return sent ? presentTenantBasicData(sent.tenant) : presentCallBasicData(call, view);
      }),
    };
  };
}
