import type { Call } from "../../../calls/call.ts";
import { ActingUserError, ConflictError, NotFoundError } from "../../../calls/errors.ts";
import type { CallId, UserId } from "../../../calls/ids.ts";
import type { CallAccessStore } from "../../store/call-access-store.ts";
import type { CallStore } from "../../store/call-store.ts";
import type { MirroredCallParts } from "./mirrored-calls.ts";

export interface OwnCallParts extends MirroredCallParts {
  readonly calls: Pick<CallStore, "get">;
  readonly callAccess: Pick<CallAccessStore, "seen">;
  /** Whose eyes the calls are seen with; the company's where there is none. */
  readonly actingUserId?: UserId | undefined;
}

/** The call, where whoever asks may see it, however far its processing is. */
export async function seenCall(parts: OwnCallParts, callId: CallId): Promise<Call | undefined> {
  const { actingUserId } = parts;
  if (actingUserId !== undefined && !(await parts.callAccess.seen([callId], actingUserId)).has(callId))
    return undefined;
  return parts.calls.get(callId);
}

/**
 * A call that whoever asks may change: the company any, a user those that they hosted.
 * @throws NotFoundError where they do not see it, ActingUserError where it is somebody else's, ConflictError for a mirrored one
 */
export async function requireOwnCall(parts: OwnCallParts, callId: CallId, change: string): Promise<Call> {
  const call = await seenCall(parts, callId);
  if (!call) throw new NotFoundError(`There is no call with call-id ${callId}.`);
  if ((await parts.imported?.getMany([callId]))?.has(callId)) {
    throw new ConflictError(
      `Call ${callId} is mirrored from the tenant and stays as it is there: ${change} it there, and the next tamtam sync brings that here.`,
    );
  }
  const { actingUserId } = parts;
  if (actingUserId === undefined || call.primaryUserId === actingUserId) return call;
  throw new ActingUserError(
    `This access key acts for user ${actingUserId} and may ${change} calls which this user hosted; user ${call.primaryUserId} hosted call ${callId}. ` +
      "A key that acts for the company may do it.",
  );
}
