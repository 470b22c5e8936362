import type { Account } from "./accounts.ts";
import { firstNameOf } from "./names.ts";
import { makeRandom, type Random } from "./random.ts";

/** What an account has to do with its work going wrong, and the part of the product that is about it. */
export const pains = ["routes", "paper", "bookings", "parts", "overview", "absence", "invoices", "nights"] as const;
export type Pain = (typeof pains)[number];

const painWords: Readonly<Record<Pain, string>> = {
  routes: "driving time",
  paper: "paper reports",
  bookings: "double bookings",
  parts: "missing parts",
  overview: "reporting",
  absence: "missed visits",
  invoices: "late invoices",
  nights: "emergency calls at night",
};

/** How the work is planned now: in full, and as it is called once everybody knows what is meant. */
const tools = [
  ["a shared spreadsheet", "the spreadsheet"],
  ["a whiteboard and a lot of phone calls", "the whiteboard"],
  ["an old desktop program that somebody wrote for us", "the old program"],
  ["a shared calendar", "the calendar"],
  ["an add-on of our accounting software", "the add-on"],
  ["paper job sheets and a group chat", "the group chat"],
] as const;

/** Who else sells what the company sells. */
export const rivals = ["Fieldarrow", "Crewlark", "Plannora", "Orbadesk", "Jobsmith Cloud", "Tasklodge"];
const ledgers = ["Ledgerline", "Bookhaven", "Tallywise", "Countright"];
const references = ["Halden Lifts", "Merrow Cooling", "Parkgate Security", "Sunfold Energy", "Torrance Labs"];
const deadlines = [
  "the summer",
  "the busy season",
  "the end of the quarter",
  "the new financial year",
  "our next audit",
  "the holidays",
];

/** What is true of an account in all its calls. */
export interface Situation {
  readonly pains: readonly Pain[];
  /** What stands for `{name}` in what people say. */
  readonly words: Readonly<Record<string, string>>;
  /** US dollars a year. */
  readonly amount: number;
}

export function makeSituation(account: Account, seed: string, number: number): Situation {
  const random = makeRandom(seed, "situation", number);
  const order = random.shuffled(pains);
  const [main = "bookings", second = "routes"] = order;
  const [tool, toolName] = random.pick(tools);
  const [rival = "", otherRival = ""] = random.shuffled(rivals);
  const price = random.pick([32, 36, 39, 42, 45, 48, 52, 58]);
  const seats = account.technicianCount + account.dispatcherCount;
  const amount = price * seats * 12;
  const { contacts } = account;
  return {
    pains: order,
    amount,
    words: {
      account: account.name,
      trade: account.industry.trade,
      equipment: account.industry.equipment,
      sites: account.industry.sites,
      city: account.city,
      techs: String(account.technicianCount),
      dispatchers: String(account.dispatcherCount),
      branches: account.branchCount === 1 ? "one branch" : `${account.branchCount} branches`,
      jobs: String(account.technicianCount * random.whole(4, 7)),
      seats: String(seats),
      tool,
      toolName,
      rival,
      otherRival,
      ledger: random.pick(ledgers),
      reference: random.pick(references),
      deadline: random.pick(deadlines),
      pain: painWords[main],
      otherPain: painWords[second],
      price: `$${price}`,
      total: dollars(amount),
      discount: `${random.pick([5, 8, 10, 12, 15])} percent`,
      ...figures(random),
      boss: firstNameOf(contacts.owner.name),
      bossTitle: contacts.owner.title.toLowerCase().replace("chief operating officer", "COO"),
      technologyLead: firstNameOf(contacts.technology.name),
      financeLead: firstNameOf(contacts.finance.name),
      dispatchLead: firstNameOf(contacts.dispatch.name),
    },
  };
}

function figures(random: Random): Record<string, string> {
  return {
    hours: String(random.whole(6, 25)),
    percent: `${random.whole(8, 35)} percent`,
    years: String(random.whole(2, 9)),
    minutes: String(random.whole(3, 9) * 5),
    weeks: random.pick(["two", "three", "four", "six"]),
    months: random.pick(["three", "six", "nine"]),
    tickets: String(random.whole(3, 18)),
    visits: String(random.whole(6, 40)),
  };
}

/** `$57,600` */
export function dollars(amount: number): string {
  return `$${String(amount).replaceAll(/\B(?=(\d{3})+$)/g, ",")}`;
}
