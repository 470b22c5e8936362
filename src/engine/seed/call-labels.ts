import type { Direction } from "../../calls/call.ts";
import type { CrmContext } from "../../calls/crm/crm-context.ts";
import type { Account, Contact } from "./accounts.ts";
import type { CallKind, Ending, Step } from "./journeys.ts";
import type { Random } from "./random.ts";

interface KindLabels {
  /** `{account}` and `{us}` stand for the two companies. */
  readonly titles: readonly string[];
  readonly purpose: string;
  readonly directions: readonly Direction[];
  readonly dispositions: Readonly<Record<Ending, string>>;
  /** Of the opportunity, while it is open; calls before there is one have none. */
  readonly stage: string | undefined;
  readonly probabilityPercent: number;
}

const decided = { won: "Closed won", lost: "Closed lost" };

const labels: Readonly<Record<CallKind, KindLabels>> = {
  coldCall: {
    titles: ["Call with {account}", "{us} calling {account}", "Intro call: {account}"],
    purpose: "Prospecting",
    directions: ["Outbound"],
    dispositions: { booked: "Meeting booked", open: "Call back", lost: "Not interested", won: "Meeting booked" },
    stage: undefined,
    probabilityPercent: 0,
  },
  inquiry: {
    titles: ["Inbound call from {account}", "{account}: first inquiry"],
    purpose: "Inquiry",
    directions: ["Inbound"],
    dispositions: { booked: "Meeting booked", open: "Information sent", lost: "Not a fit", won: "Meeting booked" },
    stage: undefined,
    probabilityPercent: 0,
  },
  discovery: {
    titles: [
      "{account} <> {us}: discovery",
      "Discovery call with {account}",
      "{us} and {account}: getting to know each other",
    ],
    purpose: "Discovery",
    directions: ["Conference", "Conference", "Outbound"],
    dispositions: { ...decided, booked: "Qualified", open: "Follow-up" },
    stage: "Qualification",
    probabilityPercent: 20,
  },
  demo: {
    titles: ["{us} demo for {account}", "{account} <> {us}: product demo", "Demo: {account}"],
    purpose: "Product demo",
    directions: ["Conference"],
    dispositions: { ...decided, booked: "Demo held", open: "Follow-up" },
    stage: "Needs Analysis",
    probabilityPercent: 40,
  },
  security: {
    titles: ["Security review with {account}", "{account} <> {us}: security and data protection"],
    purpose: "Security review",
    directions: ["Conference"],
    dispositions: { ...decided, booked: "Follow-up", open: "Follow-up" },
    stage: "Value Proposition",
    probabilityPercent: 50,
  },
  pricing: {
    titles: ["{account} <> {us}: proposal", "Pricing discussion with {account}", "{us} proposal for {account}"],
    purpose: "Proposal",
    directions: ["Conference", "Outbound"],
    dispositions: { ...decided, booked: "Negotiation", open: "Proposal sent" },
    stage: "Proposal/Price Quote",
    probabilityPercent: 65,
  },
  legal: {
    titles: ["Contract review with {account}", "{account} <> {us}: contract"],
    purpose: "Contract",
    directions: ["Conference", "Outbound"],
    dispositions: { ...decided, booked: "Contract sent", open: "Contract sent" },
    stage: "Negotiation/Review",
    probabilityPercent: 80,
  },
  kickoff: {
    titles: ["Kickoff: {account}", "{us} implementation kickoff with {account}"],
    purpose: "Onboarding",
    directions: ["Conference"],
    dispositions: { ...decided, booked: "Onboarding", open: "Onboarding" },
    stage: "Closed Won",
    probabilityPercent: 100,
  },
  review: {
    titles: ["{account} business review", "Check-in with {account}", "{us} <> {account}: review"],
    purpose: "Customer review",
    directions: ["Conference", "Outbound", "Inbound"],
    dispositions: { ...decided, booked: "Check-in", open: "Check-in" },
    stage: "Closed Won",
    probabilityPercent: 100,
  },
  renewal: {
    titles: ["Renewal call with {account}", "{account} renewal"],
    purpose: "Renewal",
    directions: ["Conference", "Outbound"],
    dispositions: { booked: "Follow-up", open: "Follow-up", won: "Renewed", lost: "Churned" },
    stage: "Closed Won",
    probabilityPercent: 100,
  },
};

export interface CallLabels {
  readonly title: string;
  readonly purpose: string;
  readonly direction: Direction;
  readonly disposition: string;
}

export function labelCall(step: Step, companyName: string, account: Account, random: Random): CallLabels {
  const { titles, purpose, directions, dispositions } = labels[step.kind];
  return {
    title: random.pick(titles).replace("{account}", account.name).replace("{us}", companyName),
    purpose,
    direction: random.pick(directions),
    disposition: dispositions[step.ending],
  };
}

export interface Deal {
  readonly crmId: string;
  readonly amount: number;
  /** `2025-06-30` */
  readonly closeDate: string;
}

/** What the CRM has about a call: the account, and the opportunity once there is one, as it stood then. */
export function crmContext(step: Step, account: Account, deal: Deal): CrmContext[] {
  const { stage, probabilityPercent } = labels[step.kind];
  const isLost = step.ending === "lost" && step.kind !== "renewal";
  const isWon = step.ending === "won" || probabilityPercent === 100;
  const opportunity = {
    objectType: "Opportunity",
    objectId: deal.crmId,
    fields: [
      { name: "Name", value: `${account.name}: ${account.technicianCount} technicians` },
      { name: "StageName", value: isLost ? "Closed Lost" : isWon ? "Closed Won" : stage },
      { name: "Amount", value: deal.amount },
      { name: "Probability", value: isLost ? 0 : isWon ? 100 : probabilityPercent },
      { name: "CloseDate", value: deal.closeDate },
    ],
  };
  const ofAccount = {
    objectType: "Account",
    objectId: account.crmId,
    fields: [
      { name: "Name", value: account.name },
      { name: "Industry", value: account.industry.trade },
      { name: "Website", value: `https://www.${account.domain}` },
      { name: "BillingCity", value: account.city },
      { name: "NumberOfEmployees", value: account.technicianCount + account.dispatcherCount },
    ],
  };
  return [{ system: "Salesforce", objects: stage === undefined ? [ofAccount] : [ofAccount, opportunity] }];
}

export function contactContext(contact: Contact): CrmContext[] {
  const fields = [
    { name: "Name", value: contact.name },
    { name: "Title", value: contact.title },
    { name: "Email", value: contact.emailAddress },
  ];
  return [{ system: "Salesforce", objects: [{ objectType: "Contact", objectId: contact.crmId, fields }] }];
}
