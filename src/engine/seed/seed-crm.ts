import type { Call } from "../../calls/call.ts";
import { domainOf } from "../../calls/crm/crm-addresses.ts";
import type { CrmContext } from "../../calls/crm/crm-context.ts";
import type { CrmField, CrmObjectType, CrmRecord, DescribedCrmType } from "../../calls/crm/crm-object.ts";
import type { Party } from "../../calls/party.ts";
import { formatZonedTime } from "../../calls/time.ts";
import type { Crm } from "../crm/crm.ts";
import type { CrmIntegration } from "../crm/crm-integrations.ts";
import type { Transaction } from "../database/transaction.ts";
import { FOUNDED_MS } from "./company.ts";
import { slugOf } from "./names.ts";

/** The same for every seed: their objects are one CRM's. Beyond what JavaScript's numbers hold, as ids of Gong's are. */
export const SEEDED_INTEGRATION_ID = "3141592653589793238";

const field = (uniqueName: string, label: string, type: CrmField["type"]): CrmField => ({ uniqueName, label, type });

const seededFields: Readonly<Partial<Record<DescribedCrmType, readonly CrmField[]>>> = {
  ACCOUNT: [
    field("Industry", "Industry", "STRING"),
    field("Website", "Website", "URL"),
    field("BillingCity", "City", "STRING"),
    field("NumberOfEmployees", "Employees", "NUMBER"),
  ],
  DEAL: [field("Probability", "Probability", "PERCENT")],
};

const stageNames = [
  "Qualification",
  "Needs Analysis",
  "Value Proposition",
  "Proposal/Price Quote",
  "Negotiation/Review",
  "Closed Won",
  "Closed Lost",
];

/**
 * Sends what a CRM knows of a call that was just seeded: its account, contacts and reps, and its deal as it stood then, so that the deals of a
 * library have a history. A library with a CRM of its own is left as it is.
 */
export async function seedCrm(crm: Crm, call: Call, transaction: Transaction): Promise<void> {
  const integration = await seededIntegration(crm, call, transaction);
  if (!integration) return;
  for (const [type, records] of recordsOf(call)) {
    const ownFields = seededFields[type as DescribedCrmType] ?? []; // none for the other types
    await crm.objects.put(records, { integrationKey: integration.key, type, ownFields }, transaction);
  }
}

async function seededIntegration(
  { integrations, objects }: Crm,
  call: Call,
  transaction: Transaction,
): Promise<CrmIntegration | undefined> {
  const active = await integrations.active(transaction);
  if (active) return active.id === SEEDED_INTEGRATION_ID ? active : undefined;
  const owner = call.parties.find(({ userId }) => userId === call.primaryUserId);
  const made = { id: SEEDED_INTEGRATION_ID, name: "Sandbox CRM", ownerEmail: owner?.emailAddress };
  if (!(await integrations.add(made, FOUNDED_MS, transaction))) return undefined;
  const integration = await integrations.active(transaction);
  if (!integration) return undefined;
  for (const type of ["ACCOUNT", "DEAL"] as const) {
    await integrations.setFields(integration.key, type, seededFields[type] ?? [], transaction);
  }
  const stages = stageNames.map((name, index) =>
    record(stageId(name), FOUNDED_MS, { name, isActive: true, sortOrder: index + 1 }),
  );
  await objects.put(stages, { integrationKey: integration.key, type: "STAGE", ownFields: [] }, transaction);
  return integration;
}

function recordsOf(call: Call): readonly (readonly [CrmObjectType, readonly CrmRecord[]])[] {
  const account = objectIn(call.context, "Account");
  const customers = call.parties.filter(({ affiliation }) => affiliation !== "Internal");
  const domains = customers.flatMap(({ emailAddress }) => emailAddress ?? []).map(domainOf);
  const { Name: name, ...more } = account?.values ?? {};
  return [
    ["BUSINESS_USER", call.parties.flatMap(userRecord)],
    ["ACCOUNT", account ? [record(account.objectId, FOUNDED_MS, { name, domains: domains.slice(0, 1), ...more })] : []],
    ["CONTACT", customers.flatMap((party) => contactRecord(party, account?.objectId))],
    ["DEAL", dealRecord(call, account?.objectId)],
  ];
}

function userRecord({ userId, emailAddress }: Party): CrmRecord[] {
  return userId === undefined || emailAddress === undefined ? [] : [record(userId, FOUNDED_MS, { emailAddress })];
}

function contactRecord({ context, name = "", emailAddress, phoneNumber }: Party, accountId?: string): CrmRecord[] {
  const contact = objectIn(context, "Contact");
  if (!contact) return [];
  const [firstName, ...others] = name.split(" ");
  const fields = {
    accountId,
    emailAddress,
    firstName,
    lastName: others.join(" "),
    title: contact.values["Title"],
    phoneNumber,
  };
  return [record(contact.objectId, FOUNDED_MS, fields)];
}

/** As it stood at the call. */
function dealRecord({ context, actualStart, primaryUserId }: Call, accountId: string | undefined): CrmRecord[] {
  const deal = objectIn(context, "Opportunity");
  if (!deal) return [];
  const { Name: name, StageName: stage, Amount: amount, CloseDate: closeDate, Probability } = deal.values;
  const status = stage === "Closed Won" ? "WON" : stage === "Closed Lost" ? "LOST" : "OPEN";
  const about = { accountId, ownerId: primaryUserId, name, stage: stageId(String(stage)), status };
  return [record(deal.objectId, actualStart.epochMs, { ...about, amount, closeDate, Probability })];
}

function objectIn(context: readonly CrmContext[], type: string) {
  const found = context.flatMap(({ objects }) => objects).find(({ objectType }) => objectType === type);
  if (!found) return undefined;
  const values: Readonly<Record<string, unknown>> = Object.fromEntries(
    found.fields.map(({ name, value }) => [name, value]),
  );
  return { objectId: found.objectId, values };
}

function stageId(name: string): string {
  return slugOf(name, "-");
}

function record(objectId: string, modifiedMs: number, fields: CrmRecord["fields"]): CrmRecord {
  const modifiedDate = formatZonedTime({ epochMs: modifiedMs, offsetMinutes: 0 });
  const given = Object.entries({ modifiedDate, ...fields }).filter(([, value]) => value !== undefined);
  return { objectId, modifiedMs, isDeleted: false, fields: Object.fromEntries(given) };
}
