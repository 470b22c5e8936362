import { emailDomain } from "../../src/calls/affiliation.ts";
import { callDurationMs, type Call } from "../../src/calls/call.ts";
import type { CallAnalysis } from "../../src/calls/call-analysis.ts";
import type { CallId } from "../../src/calls/ids.ts";
import type { Transcript } from "../../src/calls/transcript.ts";
import type { CallQuery } from "../../src/engine/search/call-search.ts";
import { fold, plainTokens, tokens } from "../../src/engine/search/normalise.ts";

export interface Entry {
  readonly call: Call;
  readonly transcript?: Transcript | undefined;
  readonly analysis?: CallAnalysis | undefined;
}

/** What `CallSearch` should find, by looking at every call: newest second first, and in a second the latest arrival. */
export function findNaively(entries: readonly Entry[], query: CallQuery): CallId[] {
  const secondOf = (entry: Entry) => Math.floor(entry.call.actualStart.epochMs / 1000);
  return entries
    .map((entry, arrival) => ({ entry, arrival }))
    .filter(({ entry }) => isMeant(entry, query))
    .sort((a, b) => secondOf(b.entry) - secondOf(a.entry) || b.arrival - a.arrival)
    .map(({ entry }) => entry.call.id);
}

function isMeant(entry: Entry, query: CallQuery): boolean {
  const { call } = entry;
  const startMs = call.actualStart.epochMs;
  const durationMs = callDurationMs(call);
  const has = <T>(wanted: T | undefined, test: (wanted: T) => boolean) => wanted === undefined || test(wanted);
  const hasAny = <T>(wanted: readonly T[] | undefined, test: (wanted: readonly T[]) => boolean) =>
    wanted === undefined || wanted.length === 0 || test(wanted);
  const someParty = (test: (party: Call["parties"][number]) => boolean) => call.parties.some(test);
  return (
    has(query.fromMs, (fromMs) => startMs >= fromMs) &&
    has(query.toMs, (toMs) => startMs < toMs) &&
    hasAny(query.primaryUserIds, (ids) => ids.includes(call.primaryUserId)) &&
    hasAny(query.statuses, (statuses) => statuses.includes(call.processing.status)) &&
    hasAny(query.keywords, (keywords) =>
      query.match === "all"
        ? keywords.every((each) => isSaid(entry, each))
        : keywords.some((each) => isSaid(entry, each)),
    ) &&
    has(query.direction, (direction) => call.direction === direction) &&
    has(
      query.disposition,
      (disposition) => call.disposition !== undefined && fold(call.disposition) === fold(disposition),
    ) &&
    has(query.minDurationMs, (min) => durationMs !== undefined && durationMs >= min) &&
    has(query.maxDurationMs, (max) => durationMs !== undefined && durationMs <= max) &&
    has(query.title, (title) => tokens(title).every((word) => tokens(call.title ?? "").includes(word))) &&
    has(query.participantEmail, (email) => someParty((party) => fold(party.emailAddress ?? "") === fold(email))) &&
    has(query.participantDomain, (domain) => someParty((party) => emailDomain(party.emailAddress) === fold(domain))) &&
    has(query.participantName, (name) =>
      someParty((party) => plainTokens(name).every((word) => plainTokens(party.name ?? "").includes(word))),
    ) &&
    has(query.participantPhone, (phone) => someParty((party) => isSamePhone(party.phoneNumber ?? "", phone)))
  );
}

/** A phrase has to be in one sentence, the title, one party's name or e-mail, or one topic. */
function isSaid({ call, transcript, analysis }: Entry, keyword: string): boolean {
  const texts = [
    call.title,
    ...call.parties.flatMap((party) => [party.name, party.emailAddress]),
    ...(transcript?.sentences ?? []).map((sentence) => sentence.text),
    ...(analysis?.topics ?? []).map((topic) => topic.name),
  ];
  const wanted = ` ${tokens(keyword).join(" ")} `;
  return texts.some((text) => ` ${tokens(text ?? "").join(" ")} `.includes(wanted));
}

function isSamePhone(one: string, other: string): boolean {
  const [shorter = "", longer = ""] = [one, other]
    .map((number) => number.replace(/\D/g, "").replace(/^0+/, ""))
    .sort((a, b) => a.length - b.length);
  return shorter !== "" && (shorter === longer || (shorter.length >= 7 && longer.endsWith(shorter)));
}
