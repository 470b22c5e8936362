import type { TrackerId, WorkspaceId } from "../../calls/ids.ts";
import type { SaidAt, Tracker, TrackerDefinition } from "../../calls/tracker.ts";
import { FOUNDED_MS } from "./company.ts";
import { makeRandom } from "./random.ts";
import { makeSeededId } from "./seeded-id.ts";
import { rivals } from "./situation.ts";

interface Plan extends Partial<Omit<TrackerDefinition, "languageKeywords">> {
  readonly name: string;
  /** Separated by commas. */
  readonly phrases: string;
  readonly hasForms?: boolean;
}

const nearTheEnd: SaidAt = { part: "Last", interval: 25, unit: "percent" };

const plans: readonly Plan[] = [
  { name: "Budget", phrases: "budget, set aside, spend, fund, business case", hasForms: true },
  { name: "Competitors", phrases: [...rivals, "other vendors", "another vendor", "competitor"].join(", ") },
  {
    name: "Discovery questions",
    phrases:
      "how do you, how many, how long, tell me about, walk me through, what happens, what do you, what would, who decides",
    affiliation: "Company",
    partOfQuestion: true,
  },
  {
    name: "Legal and procurement",
    phrases: "procurement, legal, contract, signature, liability, terms",
    hasForms: true,
  },
  {
    name: "Next steps",
    phrases: "next step, calendar, invite, follow up, send you, book a time",
    hasForms: true,
    affiliation: "Company",
    saidAt: nearTheEnd,
  },
  {
    name: "Objections",
    phrases:
      "too expensive, not a priority, think about it, no budget, a lot of money, cheaper, not the right time, already have",
    affiliation: "NonCompany",
  },
  { name: "Pricing", phrases: "price, per user per month, discount, cost, list price, annual plan", hasForms: true },
  {
    name: "Security",
    phrases: "security, data protection, encrypt, single sign-on, audit, GDPR, penetration test, backup",
    hasForms: true,
    affiliation: "NonCompany",
  },
];

/** What a company that sells software looks for in its calls: the same in every library, whatever its seeds. */
export function makeTrackers(workspaceId: WorkspaceId): readonly Tracker[] {
  return plans.map(({ name, phrases, hasForms = false, ...definition }) => ({
    id: makeSeededId<TrackerId>(makeRandom("tracker", name)),
    workspaceId,
    name,
    definition: {
      languageKeywords: [{ language: "eng", keywords: phrases.split(", "), includeRelatedForms: hasForms }],
      affiliation: "Anyone",
      partOfQuestion: false,
      saidAt: { part: "Anytime" },
      saidInTopics: [],
      filterQuery: "{}",
      ...definition,
    },
    createdMs: FOUNDED_MS,
    updatedMs: FOUNDED_MS,
  }));
}
