import { asId } from "../../calls/ids.ts";
import type { GongApi } from "../../gong-api/gong-api.ts";
import { presentCallBasicData } from "../../gong-api/present/present-call-basic-data.ts";
import { wireError } from "../../gong-api/wire-errors.ts";
import { type CallPageParts, wireView } from "./call-pages.ts";

export function getCall(parts: CallPageParts): GongApi["getCall"] {
  return async ({ id }) => {
    const call = await parts.callList.get(asId(id), parts.actingUserId);
    if (!call) throw wireError("call-not-found", id);
    return { call: presentCallBasicData(call, await wireView(parts)) };
  };
}
