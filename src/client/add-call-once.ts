import { InvalidInputError } from "../calls/errors.ts";
import type { GongApi } from "../gong-api/gong-api.ts";
import { RemoteError } from "../gong-api/remote-error.ts";
import type { AddCallRequest, AddCallResponse } from "../gong-api/schemas/add-call.ts";
import type { AddedCalls } from "./added-calls.ts";
import { callsListed, pagesOf } from "./pages-of.ts";
import { DAY_MS } from "./pace.ts";

type AddApi = Pick<GongApi, "addCall" | "listCalls">;

/**
 * Adds a call so that doing it again does no harm. Gong: what it answers to a `clientUniqueId` that it has is not documented, so one that
 * this machine has added is not sent again; where another machine has, a refusal is the call that shows with that id around its start.
 */
export async function addCallOnce(
  api: AddApi,
  request: AddCallRequest,
  addedCalls: AddedCalls,
): Promise<AddCallResponse> {
  const { clientUniqueId } = request;
  const known = await addedCalls.recall(clientUniqueId);
  if (known !== undefined) return { requestId: "", callId: known, duplicate: true };
  const answer = await api.addCall(request).catch(async (error: unknown) => {
    if (!mayBeDuplicate(error)) throw error;
    const callId = await findAround(api, request);
    if (callId === undefined) throw explained(error);
    return { requestId: (error instanceof RemoteError && error.requestId) || "", callId, duplicate: true as const };
  });
  await addedCalls.remember(clientUniqueId, answer.callId);
  return answer;
}

function mayBeDuplicate(error: unknown): error is RemoteError | InvalidInputError {
  if (error instanceof InvalidInputError) return error.problems.some(({ parameter }) => parameter === "clientUniqueId");
  return error instanceof RemoteError && (error.status === 409 || error.code === "remote-refusal");
}

async function findAround(api: Pick<GongApi, "listCalls">, request: AddCallRequest): Promise<string | undefined> {
  const startMs = Date.parse(request.actualStart);
  const window = { fromDateTime: isoTime(startMs - DAY_MS), toDateTime: isoTime(startMs + DAY_MS) };
  for await (const { items } of pagesOf(api.listCalls, window, callsListed)) {
    const found = items.find((call) => call.clientUniqueId === request.clientUniqueId);
    if (found) return found.id;
  }
  return undefined;
}

function explained(error: RemoteError | InvalidInputError): Error {
  if (!(error instanceof RemoteError) || error.status !== 409) return error;
  const { status, requestId, sentences } = error;
  return new RemoteError(
    "remote-conflict",
    `${error.message} Gong says so where the primary user's telephony calls are not imported (a setting of that user), and may say so ` +
      "where a call with this client-unique-id was added before and does not show yet.",
    { status, requestId, sentences, cause: error },
  );
}

function isoTime(timeMs: number): string {
  return new Date(timeMs).toISOString();
}
