import { z } from "zod";
import { type CallStatus, directions, type Stage } from "../../calls/call.ts";
import type { DetailedCall } from "../schemas/list-calls-extensive.ts";
import { callParticipant, partyList } from "../schemas/add-call.ts";
import { idText, oneOf } from "../wire-types.ts";

const { userId, partyId, mediaChannelId, ...texts } = callParticipant.shape;
const orNothing = <Schema extends z.ZodType>(schema: Schema) => z.union([z.literal(""), schema]).optional();

/**
 * An entry of a call's new list of parties. It is a party that is there when it has its `id` or, without one, when one party alone has the same
 * `partyId`, `userId`, e-mail address, phone number or name. What it does not name of that party stays; an empty text takes it away.
 */
export const editedParty = z.strictObject({
  ...texts,
  id: idText.optional(),
  userId: orNothing(userId.unwrap()),
  partyId: orNothing(partyId.unwrap()),
  mediaChannelId: orNothing(mediaChannelId.unwrap()),
});

/** Whose a voice of the transcript is: a party, told as in the list of parties; without one, nobody's on it. */
export const statedSpeaker = z.strictObject({
  speakerId: idText,
  partyId: z.union([z.literal(""), idText]).optional(),
});

/** `PATCH /tamtam/v1/calls/{id}`: what the body does not name stays; an empty text takes a text away. */
export const editCallRequest = z.strictObject({
  id: idText,
  title: z.string().optional(),
  direction: oneOf(directions).optional(),
  disposition: z.string().max(255).optional(),
  purpose: z.string().max(255).optional(),
  /** All of them: who is not on this list leaves the call. */
  parties: partyList(editedParty).optional(),
  speakers: z.array(statedSpeaker).optional(),
});
export type EditCallRequest = z.infer<typeof editCallRequest>;

export interface EditCallResponse {
  readonly call: Pick<DetailedCall, "metaData" | "parties">;
  readonly status: CallStatus;
  /** What is done again now, because statistics and more depend on who is on which side; null where nothing is. */
  readonly stage: Stage | null;
}
