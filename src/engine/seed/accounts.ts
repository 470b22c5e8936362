import { type Company, type Manner, makeManner } from "./company.ts";
import { emailOf, firstNameOf, makeNames, slugOf } from "./names.ts";
import { itemAt, makeRandom, type Random } from "./random.ts";

/** Who somebody is at a customer. */
export type Post = "operations" | "deputy" | "dispatch" | "technology" | "finance" | "owner";

export interface Contact {
  readonly name: string;
  readonly title: string;
  readonly post: Post;
  readonly emailAddress: string;
  readonly phoneNumber: string;
  readonly crmId: string;
  readonly manner: Manner;
}

/** A company that is, or might become, a customer. */
export interface Account {
  readonly name: string;
  readonly domain: string;
  readonly industry: Industry;
  readonly city: string;
  readonly contacts: Readonly<Record<Post, Contact>>;
  readonly technicianCount: number;
  readonly dispatcherCount: number;
  readonly branchCount: number;
  readonly crmId: string;
}

export interface Industry {
  readonly word: string;
  /** What they do: `elevator maintenance`. */
  readonly trade: string;
  /** What they work on, in the plural. */
  readonly equipment: string;
  /** Where they work. */
  readonly sites: string;
}

const industries: readonly Industry[] = [
  { word: "Elevators", trade: "elevator maintenance", equipment: "elevators", sites: "office buildings" },
  { word: "Fire Safety", trade: "fire safety", equipment: "alarm panels", sites: "schools" },
  { word: "Solar", trade: "solar installation", equipment: "inverters", sites: "rooftops" },
  { word: "Climate", trade: "heating and cooling", equipment: "heat pumps", sites: "homes" },
  { word: "Refrigeration", trade: "commercial refrigeration", equipment: "cold rooms", sites: "supermarkets" },
  { word: "Water", trade: "water treatment", equipment: "filtration units", sites: "hotels" },
  { word: "Lab Services", trade: "laboratory equipment service", equipment: "centrifuges", sites: "clinics" },
  { word: "Pest Control", trade: "pest control", equipment: "bait stations", sites: "restaurants" },
  { word: "Networks", trade: "broadband installation", equipment: "routers", sites: "apartments" },
  { word: "Doors & Gates", trade: "automatic door service", equipment: "sliding doors", sites: "retail stores" },
];

const firstWords = (
  "Brightwater Northgate Juniper Copperfield Silverline Harborview Redstone Clearbrook Summit Evergreen Lakeside Ironwood Bluebird " +
  "Goldleaf Riverbend Stonebridge Windmere Cedar Falcon Granite Meridian Oakhurst Pinnacle Quarry Ridgeway Sandhill Thornton " +
  "Union Valley Westbrook Ashford Birchwood Cascade Driftwood Elmstead Foxglove Greenway Hillcrest Inland Keystone Larkfield Maple " +
  "Nordic Orchard Prairie Quayside Rosewood Saltmarsh Tidewater Uplands Vista Whitestone Yarrow Zephyr Amberley Beacon Crestline " +
  "Dovetail Eastfield Fairmont"
).split(" ");

const cities =
  "Denver Leeds Cork Auckland Toronto Tucson Bristol Perth Ottawa Raleigh Durban Galway Boise Tampa Utrecht".split(" ");
const endings = ["", " Group", " International", " Partners", " West", " North"];

const titles: Readonly<Record<Post, readonly string[]>> = {
  operations: ["Operations Manager", "Head of Field Service", "Director of Operations", "Service Manager"],
  deputy: ["Branch Manager", "Field Service Coordinator", "Project Manager"],
  dispatch: ["Dispatch Lead", "Scheduling Coordinator", "Senior Dispatcher"],
  technology: ["IT Manager", "Head of IT", "Systems Administrator"],
  finance: ["Finance Manager", "Controller", "Head of Finance"],
  owner: ["Managing Director", "Owner", "Chief Operating Officer"],
};
const posts = Object.keys(titles) as Post[]; // the keys of a table of exactly these

/** The n-th account of a seed. Different numbers give different names; its people are called otherwise than those of the company. */
export function makeAccount(seed: string, number: number, company: Company): Account {
  const random = makeRandom(seed, "account", number);
  const { name, industry } = nameAccount(seed, number);
  const domain = `${slugOf(name, "")}.example`;
  const taken = new Set(company.employees.map((employee) => firstNameOf(employee.name)));
  const names = makeNames(random, posts.length, taken);
  const makeContact = (post: Post, index: number): Contact => {
    const person = itemAt(names, index);
    return {
      name: person,
      title: random.pick(titles[post]),
      post,
      emailAddress: emailOf(person, domain),
      phoneNumber: `+1 ${random.whole(201, 989)}-555-01${random.whole(10, 99)}`,
      crmId: makeCrmId(random, "003"),
      manner: makeManner(random),
    };
  };
  const technicianCount = random.pick([12, 18, 25, 30, 40, 55, 60, 75, 90, 120, 160, 220]);
  return {
    name,
    domain,
    industry,
    city: random.pick(cities),
    contacts: Object.fromEntries(posts.map((post, index) => [post, makeContact(post, index)])) as Account["contacts"], // every post has one
    technicianCount,
    dispatcherCount: Math.max(2, Math.round(technicianCount / random.whole(12, 18))),
    branchCount: random.whole(1, 3) + Math.floor(technicianCount / 45),
    crmId: makeCrmId(random, "001"),
  };
}

/** Every first word once, then every first word with the next industry, and then all of it again with another ending. */
function nameAccount(seed: string, number: number): { name: string; industry: Industry } {
  const order = makeRandom(seed, "accounts").shuffled(firstWords);
  const place = number % order.length;
  const lap = Math.floor(number / order.length);
  const word = itemAt(order, place);
  const first = makeRandom(seed, "industry", word).whole(0, industries.length - 1);
  const industry = itemAt(industries, (first + lap) % industries.length);
  const round = Math.floor(lap / industries.length);
  return { name: `${word} ${industry.word}${endings[round] ?? ` ${round + 1}`}`, industry };
}

const CRM_ID_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** Like the ids of Salesforce: 18 characters, of which the first three say what it is of. */
export function makeCrmId(random: Random, kind: "001" | "003" | "006"): string {
  return kind + Array.from({ length: 15 }, () => random.pick([...CRM_ID_LETTERS])).join("");
}
