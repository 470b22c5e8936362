import type { ZonedTime } from "../../calls/time.ts";
import { type Account, makeAccount } from "./accounts.ts";
import { type Company, type Employee, employeesIn } from "./company.ts";
import { makeRandom, type Random } from "./random.ts";

/** What a call is for. */
export type CallKind =
  | "coldCall"
  | "inquiry"
  | "discovery"
  | "demo"
  | "security"
  | "pricing"
  | "legal"
  | "kickoff"
  | "review"
  | "renewal";

/** How a call ends: with a meeting in the calendar, with a promise, with a no, with a yes. */
export type Ending = "booked" | "open" | "lost" | "won";

export interface Step {
  readonly kind: CallKind;
  readonly ending: Ending;
  /** As planned, on the rep's clock. */
  readonly plannedStart: ZonedTime;
}

/** The calls with one account, from the first contact to a signature or a no, and beyond. */
export interface Journey {
  readonly number: number;
  readonly account: Account;
  /** In order of their time; some may be after the date that everything is seen from. */
  readonly steps: readonly Step[];
  readonly team: Team;
}

/** Who of the company speaks with the account. */
export interface Team {
  readonly development: Employee;
  readonly sales: Employee;
  readonly engineer: Employee;
  readonly success: Employee;
  readonly manager: Employee;
}

interface PlannedCall {
  readonly kind: CallKind;
  /** After the call before it. */
  readonly gapDays: number;
}

const DAY_MS = 86_400_000;
/** A journey begins at most this long before the end, so that all calls are of the last year. */
const LONGEST_AGO_DAYS = 360;

/** The n-th journey of a seed, seen from `untilMs`, the midnight (UTC) that all its past calls are before. */
export function makeJourney(company: Company, seed: string, number: number, untilMs: number): Journey {
  const random = makeRandom(seed, "journey", number);
  const team = makeTeam(company, random);
  let day = -random.whole(2, LONGEST_AGO_DAYS);
  const plan = planCalls(random);
  const steps = plan.map(({ kind, gapDays }, index): Step => {
    day += gapDays;
    const office = hostOf(team, kind).office;
    return {
      kind,
      ending: endingOf(kind, plan[index + 1]?.kind, random),
      plannedStart: workingTime(untilMs + day * DAY_MS, office.offsetMinutes, random),
    };
  });
  return { number, account: makeAccount(seed, number, company), steps, team };
}

function makeTeam(company: Company, random: Random): Team {
  const one = (role: Employee["role"]) => random.pick(employeesIn(company, role));
  const sales = one("sales");
  const manager = company.employees.find(({ user }) => user.id === sales.user.managerId) ?? sales;
  return { development: one("development"), sales, engineer: one("engineer"), success: one("success"), manager };
}

/** By telephone, with nobody but the two; everything later is a meeting. */
export function isPhoneCall(kind: CallKind): boolean {
  return kind === "coldCall" || kind === "inquiry";
}

/** Whose call it is. */
export function hostOf(team: Team, kind: CallKind): Employee {
  if (isPhoneCall(kind)) return team.development;
  if (kind === "kickoff" || kind === "review" || kind === "renewal") return team.success;
  return team.sales;
}

function planCalls(random: Random): PlannedCall[] {
  const calls: PlannedCall[] = [{ kind: random.chance(0.65) ? "coldCall" : "inquiry", gapDays: 0 }];
  const goesOn = (share: number, kind: CallKind, low: number, high: number): boolean => {
    const does = random.chance(share);
    if (does) calls.push({ kind, gapDays: random.whole(low, high) });
    return does;
  };
  if (!goesOn(0.8, "discovery", 3, 9) || !goesOn(0.85, "demo", 4, 12)) return calls;
  goesOn(0.4, "security", 4, 9);
  if (!goesOn(0.85, "pricing", 4, 11)) return calls;
  goesOn(0.45, "legal", 4, 10);
  if (!goesOn(0.6, "kickoff", 7, 18) || !goesOn(0.85, "review", 35, 60)) return calls;
  goesOn(0.6, "renewal", 70, 110);
  return calls;
}

/** A call that another follows ended with a date for it, or with a signature; the last one decides. */
function endingOf(kind: CallKind, next: CallKind | undefined, random: Random): Ending {
  if (next !== undefined) return next === "kickoff" ? "won" : "booked";
  if (kind === "kickoff" || kind === "review") return "booked";
  if (kind === "renewal") return random.chance(0.8) ? "won" : "lost";
  if (kind === "inquiry") return "open";
  return random.chance(0.6) ? "lost" : "open";
}

/** On a quarter of an hour between eight and half past three; what falls on a weekend is moved to the Friday before. */
function workingTime(dayMs: number, offsetMinutes: number, random: Random): ZonedTime {
  const weekday = new Date(dayMs).getUTCDay();
  const earlierDays = weekday === 6 ? 1 : weekday === 0 ? 2 : 0;
  const minutes = random.whole(8 * 4, 15 * 4 + 2) * 15;
  return { epochMs: dayMs - earlierDays * DAY_MS + (minutes - offsetMinutes) * 60_000, offsetMinutes };
}
