import { affiliationOf, emailDomain } from "../../calls/affiliation.ts";
import type { Call, SpeakersTimeline } from "../../calls/call.ts";
import type { CrmContext } from "../../calls/crm/crm-context.ts";
import { InvalidInputError } from "../../calls/errors.ts";
import { asId, type CallId, type IdSource, type PartyId, type UserId, type WorkspaceId } from "../../calls/ids.ts";
import type { Party } from "../../calls/party.ts";
import { parseZonedTime, type ZonedTime } from "../../calls/time.ts";
import type { AddCallRequest } from "../schemas/add-call.ts";

type Participant = AddCallRequest["parties"][number];

export interface NewCallContext {
  readonly makeId: IdSource;
  readonly nowMs: number;
  readonly defaultWorkspaceId: WorkspaceId;
  /** E-mail domains of the company, lower case. */
  readonly companyDomains: ReadonlySet<string>;
  /** Domains that anyone can have an address in: a user there does not make everyone there an employee. */
  readonly publicDomains: ReadonlySet<string>;
}

/**
 * A new call from the body of `POST /v2/calls`; seconds become milliseconds.
 * @throws InvalidInputError when no party is the primary user, and for times and lengths that cannot be told again
 */
export function parseAddCall(request: AddCallRequest, context: NewCallContext): Call {
  checkPrimaryUser(request);
  const domains = domainsWith(request.parties, context);
  return {
    id: context.makeId<CallId>(),
    workspaceId:
      given(request.workspaceId) === undefined ? context.defaultWorkspaceId : asId(request.workspaceId ?? ""),
    clientUniqueId: request.clientUniqueId,
    title: given(request.title),
    purpose: given(request.purpose),
    actualStart: time("actualStart", request.actualStart),
    scheduledStart: request.scheduledStart ? time("scheduledStart", request.scheduledStart) : undefined,
    scheduledEnd: request.scheduledEnd ? time("scheduledEnd", request.scheduledEnd) : undefined,
    statedDurationMs: request.duration == null ? undefined : duration(request.duration),
    direction: request.direction,
    disposition: given(request.disposition),
    primaryUserId: asId<UserId>(request.primaryUser),
    parties: request.parties.map((party) => parseParty(party, domains, context.makeId)),
    context: parseContext(request.context),
    customData: given(request.customData),
    speakersTimeline: request.speakersTimeline ? parseTimeline(request.speakersTimeline) : undefined,
    meetingUrl: given(request.meetingUrl),
    callProviderCode: given(request.callProviderCode),
    downloadMediaUrl: given(request.downloadMediaUrl),
    languageCode: given(request.languageCode),
    createdMs: context.nowMs,
    processing: { status: "Processing", stage: "download", warnings: [] },
  };
}

/** The company's domains, and those of the users on the list. */
export function domainsWith(
  parties: readonly Pick<Participant, "userId" | "emailAddress">[],
  { companyDomains, publicDomains }: Pick<NewCallContext, "companyDomains" | "publicDomains">,
): ReadonlySet<string> {
  const domains = new Set(companyDomains);
  for (const party of parties) {
    const domain = party.userId === undefined ? undefined : emailDomain(party.emailAddress);
    if (domain !== undefined && !publicDomains.has(domain)) domains.add(domain);
  }
  return domains;
}

function checkPrimaryUser(request: AddCallRequest): void {
  if (request.parties.some((party) => party.userId === request.primaryUser)) return;
  throw problem("primaryUser", `must be the userId of one of the parties; got "${request.primaryUser}"`);
}

export function parseParty(party: Participant, companyDomains: ReadonlySet<string>, makeId: IdSource): Party {
  const identity = {
    userId: party.userId === undefined ? undefined : asId<UserId>(party.userId),
    name: given(party.name),
    emailAddress: given(party.emailAddress),
    phoneNumber: given(party.phoneNumber),
  };
  return {
    ...identity,
    id: makeId<PartyId>(),
    givenPartyId: party.partyId,
    affiliation: affiliationOf(identity, companyDomains),
    mediaChannelId: party.mediaChannelId,
    context: parseContext(party.context),
  };
}

function parseContext(context: AddCallRequest["context"]): CrmContext[] {
  return (context ?? []).map(({ system, objects }) => ({
    system,
    objects: (objects ?? []).map(({ fields, ...object }) => ({ ...object, fields: fields ?? [] })),
  }));
}

function parseTimeline(timeline: NonNullable<AddCallRequest["speakersTimeline"]>): SpeakersTimeline {
  return {
    isPrecise: timeline.precise ?? false,
    segments: timeline.speechSegments.map(({ fromTime, toTime, partyIds }) => ({
      startMs: fromTime,
      endMs: toTime,
      partyIds,
    })),
  };
}

/** Answers write a time with the company's offset and four digits of a year, and clients read no more. */
const EARLIEST_MS = Date.parse("0002-01-01T00:00:00Z");
const LATEST_MS = Date.parse("9999-01-01T00:00:00Z");

function time(parameter: string, text: string): ZonedTime {
  const parsed = parseZonedTime(text);
  if (!parsed) throw problem(parameter, `times need an offset; got "${text}"`);
  if (parsed.epochMs >= EARLIEST_MS && parsed.epochMs < LATEST_MS) return parsed;
  throw problem(parameter, `must be in the years 2 to 9998; got "${text}"`);
}

function duration(seconds: number): number {
  const durationMs = Math.round(seconds * 1000);
  if (Number.isSafeInteger(durationMs)) return durationMs;
  throw problem("duration", `must be a number of seconds that a call can last; got ${seconds}`);
}

function problem(parameter: string, message: string): InvalidInputError {
  return new InvalidInputError([{ parameter, message }]);
}

/** Gong: clients send null and empty text for what they do not know. */
function given(text: string | null | undefined): string | undefined {
  return text === null || text === undefined || text.trim() === "" ? undefined : text;
}
