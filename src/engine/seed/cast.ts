import type { Account, Contact } from "./accounts.ts";
import type { Employee, Manner } from "./company.ts";
import type { Voice } from "./dialogue.ts";
import { type CallKind, hostOf, isPhoneCall, type Journey } from "./journeys.ts";
import type { Random } from "./random.ts";

/** Who is on a call, and who only was invited. */
export interface Cast {
  readonly host: Employee;
  readonly hostColleague: Employee | undefined;
  readonly customer: Contact;
  readonly customerColleague: Contact | undefined;
  readonly silent: readonly (Employee | Contact)[];
}

/** How often each side brings a colleague to a call of this kind. */
const colleagueShares: Readonly<Record<CallKind, readonly [company: number, customer: number]>> = {
  coldCall: [0, 0],
  inquiry: [0, 0],
  discovery: [0.15, 0.35],
  demo: [0.6, 0.5],
  security: [0.85, 0.4],
  pricing: [0.3, 0.3],
  legal: [0.1, 0.2],
  kickoff: [0.4, 0.5],
  review: [0.1, 0.35],
  renewal: [0.25, 0.25],
};
const SILENT_SHARE = 0.12;

export function castCall({ team, account }: Journey, kind: CallKind, random: Random): Cast {
  const [companyShare, customerShare] = colleagueShares[kind];
  const isTechnical = kind === "security";
  const host = hostOf(team, kind);
  const hostColleague = random.chance(companyShare) ? colleagueOf(team, kind) : undefined;
  const customer = isTechnical ? account.contacts.technology : account.contacts.operations;
  const second = isTechnical ? account.contacts.operations : account.contacts.deputy;
  return {
    host,
    hostColleague,
    customer,
    customerColleague: random.chance(customerShare) ? second : undefined,
    silent: !isPhoneCall(kind) && random.chance(SILENT_SHARE) ? [silentOne(account, team, hostColleague, random)] : [],
  };
}

function colleagueOf(team: Journey["team"], kind: CallKind): Employee {
  return kind === "pricing" || kind === "legal" || kind === "renewal" ? team.manager : team.engineer;
}

function silentOne(
  account: Account,
  team: Journey["team"],
  hostColleague: Employee | undefined,
  random: Random,
): Employee | Contact {
  return hostColleague === team.manager || random.chance(0.5) ? account.contacts.dispatch : team.manager;
}

/** Who says the lines of a voice: the first of a side stands in for a colleague who is not there. */
export function speakerOf(cast: Cast, voice: Voice): Voice {
  if (voice === "S" && !cast.hostColleague) return "R";
  if (voice === "D" && !cast.customerColleague) return "C";
  return voice;
}

export function mannerOf(cast: Cast, voice: Voice): Manner {
  if (voice === "S") return (cast.hostColleague ?? cast.host).manner;
  if (voice === "D") return (cast.customerColleague ?? cast.customer).manner;
  return voice === "R" ? cast.host.manner : cast.customer.manner;
}
