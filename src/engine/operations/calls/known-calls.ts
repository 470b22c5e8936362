import type { Call } from "../../../calls/call.ts";
import { NotFoundError } from "../../../calls/errors.ts";
import { asId, type CallId } from "../../../calls/ids.ts";
import type { CallStore } from "../../store/call-store.ts";

/** @throws NotFoundError */
export async function requireCall({ calls }: { readonly calls: Pick<CallStore, "get"> }, id: string): Promise<Call> {
  const call = await calls.get(asId<CallId>(id));
  if (!call) throw new NotFoundError(`There is no call with call-id ${id}.`);
  return call;
}
