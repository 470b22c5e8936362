import type { UserId } from "../../calls/ids.ts";
import type { User } from "../../calls/party.ts";
import { emailOf, makeNames, slugOf } from "./names.ts";
import { itemAt, makeRandom, type Random } from "./random.ts";
import { makeSeededId } from "./seeded-id.ts";

/** What somebody does decides which calls are theirs. */
export type Role = "executive" | "manager" | "development" | "sales" | "engineer" | "success";

/** A place that has the same UTC offset all year. */
interface Office {
  readonly city: string;
  readonly offsetMinutes: number;
}

export interface Employee {
  readonly user: User;
  readonly name: string;
  readonly role: Role;
  readonly office: Office;
  readonly manner: Manner;
}

/** How somebody tends to talk; what makes one rep's statistics differ from another's. */
export interface Manner {
  readonly wordsPerMinute: number;
  /** The usual silence before this person answers; below 0 they cut in. */
  readonly pauseMs: number;
  /** How likely they are to hum along while the other speaks. */
  readonly attentiveness: number;
  /** How much they like to explain: the share of optional explanations they do not leave out. */
  readonly talkativeness: number;
}

/** The company whose calls these are. It sells software for planning the work of field technicians. */
export interface Company {
  readonly name: string;
  readonly domain: string;
  readonly employees: readonly Employee[];
}

const companyNames = (
  "Tessaro Wayfern Orbenta Dunlark Quillmark Harrowby Penstone Sorrelworks Marlbury Fennwick Calderose Trellane Ostermark " +
  "Brindlay Corvanta Haleworth Lindermoor Pellaway Rookford Stavely Thistleby Umbermill Varrowdale Wexmoor"
).split(" ");

const offices: readonly Office[] = [
  { city: "Phoenix", offsetMinutes: -420 },
  { city: "Bogotá", offsetMinutes: -300 },
  { city: "Nairobi", offsetMinutes: 180 },
  { city: "Singapore", offsetMinutes: 480 },
];

interface Position {
  readonly title: string;
  readonly role: Role;
  /** The position of the manager in this list. */
  readonly manager: number | undefined;
}

const staff = (count: number, title: string, role: Role, manager: number): Position[] =>
  Array.from({ length: count }, () => ({ title, role, manager }));

const positions: readonly Position[] = [
  { title: "Chief Revenue Officer", role: "executive", manager: undefined },
  { title: "Head of Sales Development", role: "manager", manager: 0 },
  { title: "Director of Sales", role: "manager", manager: 0 },
  { title: "Director of Customer Success", role: "manager", manager: 0 },
  ...staff(5, "Sales Development Representative", "development", 1),
  ...staff(3, "Account Executive", "sales", 2),
  ...staff(4, "Senior Account Executive", "sales", 2),
  ...staff(3, "Solutions Engineer", "engineer", 2),
  ...staff(4, "Customer Success Manager", "success", 3),
];

const DAY_MS = 86_400_000;
/** The company is older than any call; users are known since they were hired. */
export const FOUNDED_MS = Date.UTC(2017, 2, 6, 9);
const HIRING_DAYS = 2_000;

/** The same company for the same seed, whatever is made of it. */
export function makeCompany(seed: string): Company {
  const random = makeRandom(seed, "company");
  const name = random.pick(companyNames);
  const domain = `${slugOf(name, "")}.example`;
  const names = makeNames(random, positions.length);
  const ids = positions.map(() => makeSeededId<UserId>(random));
  const employees = positions.map(({ title, role, manager }, index): Employee => {
    const person = itemAt(names, index);
    const user: User = {
      id: itemAt(ids, index),
      name: person,
      emailAddress: emailOf(person, domain),
      phoneNumber: `+1 602-555-01${String(10 + index)}`,
      title,
      managerId: manager === undefined ? undefined : ids[manager],
      createdMs: FOUNDED_MS + (index < 4 ? index : random.whole(30, HIRING_DAYS)) * DAY_MS,
    };
    return { user, name: person, role, office: random.pick(offices), manner: makeManner(random) };
  });
  return { name, domain, employees };
}

export function makeManner(random: Random): Manner {
  return {
    wordsPerMinute: random.whole(135, 195),
    pauseMs: random.whole(-150, 1_300),
    attentiveness: random.whole(3, 30) / 100,
    talkativeness: random.whole(10, 95) / 100,
  };
}

export function employeesIn(company: Company, role: Role): readonly Employee[] {
  return company.employees.filter((employee) => employee.role === role);
}
