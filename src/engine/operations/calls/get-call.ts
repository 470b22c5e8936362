import { asId } from "../../../calls/ids.ts";
import type { GongApi } from "../../../gong-api/gong-api.ts";
import { presentCallBasicData } from "../../../gong-api/present/present-call-basic-data.ts";
import { presentTenantBasicData } from "../../../gong-api/present/present-tenant-call.ts";
import { wireError } from "../../../gong-api/wire-errors.ts";
import { type CallPageParts, wireView } from "./call-pages.ts";
import { readMirrored } from "./mirrored-calls.ts";

export function getCall(parts: CallPageParts): GongApi["getCall"] {
  return async ({ id }) => {
    const call = await parts.callList.get(asId(id), parts.actingUserId);
    if (!call) throw wireError("call-not-found", id);
    const sent = (await readMirrored(parts, [call])).get(call.id);
    return { call: sent ? presentTenantBasicData(sent.tenant) : presentCallBasicData(call, await wireView(parts)) };
  };
}
