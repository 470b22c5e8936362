import { expect, test } from "vitest";
import { InvalidInputError } from "../calls/errors.ts";
import { RemoteError } from "../gong-api/remote-error.ts";
import type { AddCallRequest } from "../gong-api/schemas/add-call.ts";
import type { ListCallsResponse } from "../gong-api/schemas/list-calls.ts";
import { addCallOnce } from "./add-call-once.ts";

const request: AddCallRequest = {
  clientUniqueId: "pbx-1",
  actualStart: "2025-06-01T09:00:00Z",
  direction: "Outbound",
  primaryUser: "1",
  parties: [{ userId: "1" }],
};

/** A tenant that answers a repeated id in one of the ways that are not documented. */
function tenant(repeated: "same id" | "conflict", shown: readonly string[] = []) {
  const added: string[] = [];
  const addCall = async ({ clientUniqueId }: AddCallRequest) => {
    const isRepeated = added.includes(clientUniqueId);
    added.push(clientUniqueId);
    if (isRepeated && repeated === "conflict") throw new RemoteError("remote-conflict", "409.", { status: 409 });
    return { requestId: "r", callId: "77" };
  };
  const listCalls = async () => {
    const calls = shown.map((clientUniqueId) => ({ id: "77", clientUniqueId }));
    const records = { totalRecords: calls.length, currentPageSize: calls.length, currentPageNumber: 0 };
    return { records, calls: calls as unknown as ListCallsResponse["calls"] }; // no more of it is read
  };
  return { api: { addCall, listCalls }, added };
}

function memory() {
  const known = new Map<string, string>();
  return {
    remember: async (clientUniqueId: string, callId: string) => void known.set(clientUniqueId, callId),
    recall: async (clientUniqueId: string) => known.get(clientUniqueId),
  };
}

test("what this machine has added is not sent again", async () => {
  const { api, added } = tenant("same id");
  const remembered = memory();
  expect(await addCallOnce(api, request, remembered)).toEqual({ requestId: "r", callId: "77" });
  expect(await addCallOnce(api, request, remembered)).toMatchObject({ callId: "77", duplicate: true });
  expect(added).toEqual(["pbx-1"]);
});

test("after another machine added it, a tenant that answers the same id or refuses comes to the same", async () => {
  const same = tenant("same id");
  await addCallOnce(same.api, request, memory());
  expect(await addCallOnce(same.api, request, memory())).toMatchObject({ callId: "77" });
  const refusing = tenant("conflict", ["pbx-0", "pbx-1"]);
  await addCallOnce(refusing.api, request, memory());
  expect(await addCallOnce(refusing.api, request, memory())).toMatchObject({ callId: "77", duplicate: true });
});

test("a refusal that names the id is the call that shows with it", async () => {
  const { api } = tenant("same id", ["pbx-1"]);
  const message = "a call with this id exists";
  const addCall = async () => {
    throw new InvalidInputError([{ parameter: "clientUniqueId", message }]);
  };
  expect(await addCallOnce({ ...api, addCall }, request, memory())).toMatchObject({ callId: "77", duplicate: true });
  const hidden = tenant("same id").api;
  await expect(addCallOnce({ ...hidden, addCall }, request, memory())).rejects.toThrow(message);
});

test("a refusal that no call explains says what else it can mean", async () => {
  const { api } = tenant("conflict");
  await addCallOnce(api, request, memory());
  await expect(addCallOnce(api, request, memory())).rejects.toMatchObject({
    code: "remote-conflict",
    message: expect.stringContaining("telephony calls are not imported"),
  });
});
