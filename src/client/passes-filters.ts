import { emailDomain } from "../calls/affiliation.ts";
import type { CallCriteria } from "../calls/call-criteria.ts";
import type { DetailedCall } from "../gong-api/schemas/list-calls-extensive.ts";
import type { TextMatching } from "./text-matching.ts";

/** The conditions that Gong's API has no filter for, except keywords. */
const localConditions = [
  "direction",
  "disposition",
  "participantEmail",
  "participantDomain",
  "participantName",
  "participantPhone",
  "title",
  "minDurationMs",
  "maxDurationMs",
] as const satisfies readonly (keyof CallCriteria)[];

export function hasLocalConditions(criteria: CallCriteria): boolean {
  return localConditions.some((name) => criteria[name] !== undefined) || (criteria.keywords ?? []).length > 0;
}

/** Whether a call meets the conditions that Gong's API has no filter for, except keywords. */
export function passesFilters(call: DetailedCall, criteria: CallCriteria, matching: TextMatching): boolean {
  const { metaData, parties = [] } = call;
  const { direction, disposition, title, minDurationMs, maxDurationMs } = criteria;
  const durationMs = metaData.duration === null ? undefined : metaData.duration * 1000;
  if (direction !== undefined && metaData.direction !== direction) return false;
  if (disposition !== undefined && !matching.isSame(metaData.sdrDisposition ?? "", disposition)) return false;
  if (title !== undefined && !matching.hasWords(metaData.title ?? "", title)) return false;
  if (minDurationMs !== undefined && !(durationMs !== undefined && durationMs >= minDurationMs)) return false;
  if (maxDurationMs !== undefined && !(durationMs !== undefined && durationMs <= maxDurationMs)) return false;
  return hasParticipant(parties, criteria, matching);
}

/** Each condition may be met by another party. */
function hasParticipant(
  parties: NonNullable<DetailedCall["parties"]>,
  { participantEmail, participantDomain, participantName, participantPhone }: CallCriteria,
  matching: TextMatching,
): boolean {
  const someParty = (wanted: string | undefined, isIt: (party: (typeof parties)[number], wanted: string) => boolean) =>
    wanted === undefined || parties.some((party) => isIt(party, wanted));
  return (
    someParty(participantEmail, (party, email) => matching.isSame(party.emailAddress ?? "", email)) &&
    someParty(participantDomain?.replace(/^@/, ""), (party, domain) =>
      matching.isSame(emailDomain(party.emailAddress ?? undefined) ?? "", domain),
    ) &&
    someParty(participantName, (party, name) => matching.hasNames(party.name ?? "", name)) &&
    someParty(participantPhone, (party, phone) => matching.isSamePhone(party.phoneNumber ?? "", phone))
  );
}
