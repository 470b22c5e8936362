import { type Cast, speakerOf } from "./cast.ts";
import type { Company } from "./company.ts";
import { type Exchange, type SpokenTurn, tell, type Voice } from "./dialogue.ts";
import type { CallKind, Ending } from "./journeys.ts";
import { firstNameOf } from "./names.ts";
import type { Random } from "./random.ts";
import { closingSubject, fixedSubjects, type ScriptItem, scripts } from "./scripts.ts";
import { linkPassages, type Passage } from "./link-passages.ts";
import type { Pain, Situation } from "./situation.ts";
import type { Subject, TalkLibrary } from "./talk-library.ts";

/** What all calls are made from. */
export interface Scene {
  readonly company: Company;
  readonly kind: CallKind;
  readonly ending: Ending;
  readonly cast: Cast;
  readonly situation: Situation;
  /** When the next meeting is, as somebody says it. */
  readonly next: { readonly nextDay: string; readonly nextTime: string };
}

interface DraftPassage {
  readonly turns: Passage;
  readonly sentenceCount: number;
  readonly isSpare: boolean;
  isSaid: boolean;
}

const LEAST_SENTENCES = 40;
/** Leaves room for listeners' sounds below 200. */
const MOST_SENTENCES = 180;
const COLLEAGUE_SHARE = 0.35;

/** What is said on a call. */
export function converse(scene: Scene, library: TalkLibrary, random: Random): Passage[] {
  const painsToShow = [...scene.situation.pains];
  const painsToTell = [...scene.situation.pains];
  const taken = new Set<Exchange>();
  const drafts = scripts[scene.kind].flatMap(([subject, least, most]) => {
    const wanted = random.whole(least, most);
    const draw = () => library[subjectFor(subject, scene, { painsToShow, painsToTell })];
    const exchanges = takeFrom(draw, most, { cast: scene.cast, taken, random });
    return exchanges.map((exchange, index): DraftPassage => {
      const turns = perform(exchange, scene, random, subject);
      const sentenceCount = turns.reduce((count, turn) => count + turn.sentences.length, 0);
      return { turns, sentenceCount, isSpare: index >= least, isSaid: index < wanted };
    });
  });
  fit(drafts);
  return linkPassages(
    drafts.filter((draft) => draft.isSaid).map((draft) => draft.turns),
    random,
  );
}

/** Says spare passages that were to be left out, or leaves out those that were to be said, until the length is right. */
function fit(drafts: readonly DraftPassage[]): void {
  const spare = drafts.filter((draft) => draft.isSpare);
  const count = () => drafts.reduce((sum, draft) => sum + (draft.isSaid ? draft.sentenceCount : 0), 0);
  for (const draft of spare) if (count() < LEAST_SENTENCES) draft.isSaid = true;
  for (const draft of spare.toReversed()) if (count() > MOST_SENTENCES) draft.isSaid = false;
}

function subjectFor(
  subject: ScriptItem[0],
  { cast, kind, ending }: Scene,
  { painsToShow, painsToTell }: { readonly painsToShow: Pain[]; readonly painsToTell: Pain[] },
): Subject {
  if (subject === "greeting") return cast.hostColleague || cast.customerColleague ? "groupGreeting" : "meetingGreeting";
  if (subject === "closing") return closingSubject(kind, ending);
  if (subject === "pain") return painsToTell.shift() ?? "bookings";
  if (subject === "feature") return `show ${painsToShow.shift() ?? "bookings"}`;
  return subject;
}

/** So many exchanges that nobody had on this call; each draw may be from another list. */
function takeFrom(
  draw: () => readonly Exchange[],
  count: number,
  { cast, taken, random }: { readonly cast: Cast; readonly taken: Set<Exchange>; readonly random: Random },
): Exchange[] {
  return Array.from({ length: count }).flatMap(() => {
    const fresh = draw().filter((exchange) => suits(exchange, cast) && !taken.has(exchange));
    if (fresh.length === 0) return [];
    const exchange = random.pick(fresh);
    taken.add(exchange);
    return [exchange];
  });
}

/** Where an exchange names colleagues, exactly those are there. */
function suits({ needs }: Exchange, cast: Cast): boolean {
  if (needs.length === 0) return true;
  return needs.includes("S") === Boolean(cast.hostColleague) && needs.includes("D") === Boolean(cast.customerColleague);
}

function perform(exchange: Exchange, scene: Scene, random: Random, subject: ScriptItem[0]): SpokenTurn[] {
  const { cast } = scene;
  const isTakenUp = !fixedSubjects.has(subject) && cast.customerColleague && random.chance(COLLEAGUE_SHARE);
  const substitute = (voice: Voice): Voice => (voice === "C" && isTakenUp ? "D" : speakerOf(cast, voice));
  const words = wordsOf(scene, Boolean(isTakenUp));
  const turns = tell(exchange, { random, words, talkativeness: cast.host.manner.talkativeness });
  return turns.map(({ voice, sentences }) => ({ voice: substitute(voice), sentences }));
}

function wordsOf({ company, cast, situation, next, kind }: Scene, isColleague: boolean): Record<string, string> {
  const { host, hostColleague, customer, customerColleague } = cast;
  const other = customerColleague ? firstNameOf(customerColleague.name) : "";
  return {
    ...situation.words,
    ...next,
    us: company.name,
    rep: firstNameOf(host.name),
    repFull: host.name,
    cust: isColleague ? other : firstNameOf(customer.name),
    custFull: customer.name,
    second: hostColleague ? firstNameOf(hostColleague.name) : "",
    other,
    // On a security call they are the one who speaks.
    ...(kind === "security" ? { technologyLead: situation.words["boss"] ?? "" } : {}),
  };
}
