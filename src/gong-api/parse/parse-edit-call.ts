import type { Call } from "../../calls/call.ts";
import { InvalidInputError, type InputProblem } from "../../calls/errors.ts";
import { asId, type PartyId, type SpeakerId } from "../../calls/ids.ts";
import type { Party } from "../../calls/party.ts";
import type { Speaker } from "../../calls/transcript.ts";
import type { EditCallRequest } from "../tamtam/edit-call.ts";
import { partyLike, partyNamed } from "./find-party.ts";
import { domainsWith, type NewCallContext, parseParty } from "./parse-add-call.ts";

export type EditCallContext = Pick<NewCallContext, "makeId" | "companyDomains" | "publicDomains">;
type GivenParty = NonNullable<EditCallRequest["parties"]>[number];

/**
 * A call as a change leaves it; whose voice is whose is not looked at yet.
 * @throws InvalidInputError for parties that are not there or are named twice, and when nobody is the primary user any more
 */
export function parseEditCall(call: Call, request: EditCallRequest, context: EditCallContext): Call {
  const { title, purpose, disposition, direction, parties } = request;
  return {
    ...call,
    title: textAfter(call.title, title),
    purpose: textAfter(call.purpose, purpose),
    disposition: textAfter(call.disposition, disposition),
    direction: direction ?? call.direction,
    parties: parties === undefined ? call.parties : editParties(call, parties, context),
  };
}

function editParties(call: Call, given: readonly GivenParty[], context: EditCallContext): readonly Party[] {
  const known = knownParties(call.parties, given);
  const listed = given.map((entry, index) => mergeParty(known[index], entry));
  if (!listed.some(({ userId }) => userId === call.primaryUserId)) {
    const message = `must keep the primary user: one of them needs the userId "${call.primaryUserId}"`;
    throw new InvalidInputError([{ parameter: "parties", message }]);
  }
  const domains = domainsWith(listed, context);
  return listed.map((entry, index) => {
    const before = known[index];
    if (!before) return parseParty(entry, domains, context.makeId);
    const { id, context: crmContext, speakerId } = before;
    const { id: _new, ...after } = parseParty(entry, domains, () => asId(id));
    const isContextGiven = given[index]?.context !== undefined;
    return { ...after, id, context: isContextGiven ? after.context : crmContext, speakerId };
  });
}

/** Which party of the call each entry is, as far as it is one. */
function knownParties(parties: readonly Party[], given: readonly GivenParty[]): readonly (Party | undefined)[] {
  const problems: InputProblem[] = [];
  const taken = new Set<PartyId>();
  const found = given.map((entry, index) => {
    const party = entry.id === undefined ? undefined : parties.find(({ id }) => id === entry.id);
    if (entry.id !== undefined && !party) {
      const message = `there is no party ${entry.id} on this call; leave the id out for a new one`;
      problems.push({ parameter: `parties[${index}].id`, message });
    }
    if (party && taken.has(party.id)) {
      problems.push({ parameter: `parties[${index}]`, message: `is party ${party.id}, who is on the list already` });
    }
    if (party) taken.add(party.id);
    return party;
  });
  if (problems.length > 0) throw new InvalidInputError(problems);
  // Those who are named by their id are not looked for among the others.
  return found.map((party, index) => {
    const entry = given[index];
    if (party || !entry) return party;
    const free = parties.filter(({ id }) => !taken.has(id));
    const match = partyLike(free, entry);
    if (match) taken.add(match.id);
    return match;
  });
}

/** What an entry names wins; an empty text takes away. */
function mergeParty(before: Party | undefined, given: GivenParty): Parameters<typeof parseParty>[0] {
  const { mediaChannelId } = given;
  return {
    userId: textAfter(before?.userId, given.userId),
    name: textAfter(before?.name, given.name),
    emailAddress: textAfter(before?.emailAddress, given.emailAddress),
    phoneNumber: textAfter(before?.phoneNumber, given.phoneNumber),
    partyId: textAfter(before?.givenPartyId, given.partyId),
    mediaChannelId: mediaChannelId === "" ? undefined : (mediaChannelId ?? before?.mediaChannelId),
    context: given.context,
  };
}

/** @throws InvalidInputError for a voice that the transcript does not have, and for nobody's name */
export function parseStatedSpeakers(
  stated: NonNullable<EditCallRequest["speakers"]>,
  speakers: readonly Speaker[],
  parties: readonly Party[],
): ReadonlyMap<SpeakerId, PartyId | undefined> {
  const problems: InputProblem[] = [];
  const entries = stated.map(({ speakerId, partyId = "" }, index) => {
    const speaker = speakers.find(({ id }) => id === speakerId);
    if (!speaker) {
      const known = speakers.length === 0 ? "it has none yet" : `it has ${speakers.map(({ id }) => id).join(", ")}`;
      const message = `must be a voice of the call's transcript (${known}); got "${speakerId}"`;
      problems.push({ parameter: `speakers[${index}].speakerId`, message });
    }
    const party = partyId === "" ? undefined : partyNamed(parties, partyId);
    if (partyId !== "" && !party) {
      const message = `must be one party of the call, by id, partyId, userId, e-mail address, phone number or name; got "${partyId}"`;
      problems.push({ parameter: `speakers[${index}].partyId`, message });
    }
    return [asId<SpeakerId>(speakerId), party?.id] as const;
  });
  if (problems.length > 0) throw new InvalidInputError(problems);
  return new Map(entries);
}

/** Undefined says nothing; an empty text says that there is none. */
function textAfter(before: string | undefined, given: string | undefined): string | undefined {
  if (given === undefined) return before;
  return given.trim() === "" ? undefined : given;
}
