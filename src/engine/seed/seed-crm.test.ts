import { expect, test } from "vitest";
import { openSqliteParts, type SqliteParts } from "../../../test/contracts/sqlite-parts.ts";
import type { Call } from "../../calls/call.ts";
import type { LinkedCrmObject } from "../../calls/crm/crm-context.ts";
import { asId } from "../../calls/ids.ts";
import { readLinkedContexts } from "../operations/calls/linked-contexts.ts";
import { makeCompany } from "./company.ts";
import { SEEDED_INTEGRATION_ID, seedCrm } from "./seed-crm.ts";
import { planCalls } from "./seeded-calls.ts";

const plan = {
  seed: "any",
  company: makeCompany("any"),
  callCount: 30,
  untilMs: Date.UTC(2025, 5, 30),
  workspaceId: asId<Call["workspaceId"]>("1"),
};

const calls = [...planCalls(plan)].map((planned) => planned.make().call);

async function seed({ database, crm }: SqliteParts): Promise<void> {
  await database.transact(async (transaction) => {
    for (const call of calls) await seedCrm(crm, call, transaction);
  });
}

const linksOf = ({ crm }: SqliteParts) => readLinkedContexts({ crm, publicDomains: new Set() }, calls);

function valuesIn(links: readonly LinkedCrmObject[], type: string): Readonly<Record<string, unknown>> | undefined {
  const found = links.find(({ objectType }) => objectType === type);
  return found && Object.fromEntries(found.timeOfCall.map(({ name, value }) => [name, value]));
}

test("sends the accounts, contacts, reps and deals that the calls name, each deal as it stood at each call", async () => {
  await using parts = await openSqliteParts();
  await seed(parts);
  const linked = await linksOf(parts);
  const withDeal = calls.filter(({ context }) => context[0]?.objects[1] !== undefined);
  expect(withDeal.length).toBeGreaterThan(10);
  for (const call of calls) {
    const { ofCall, ofParty } = linked(call);
    for (const { objectType, fields } of call.context.flatMap(({ objects }) => objects)) {
      const given = Object.fromEntries(fields.map(({ name, value }) => [name, value]));
      expect(valuesIn(ofCall, objectType)).toEqual(given);
    }
    expect(ofCall).toHaveLength(call.context[0]?.objects.length ?? 0);
    const kinds = call.parties.map(({ id }) =>
      ofParty
        .get(id)
        ?.map(({ objectType }) => objectType)
        .join(),
    );
    expect(kinds).toEqual(call.parties.map(({ userId }) => (userId === undefined ? "Contact" : "User")));
  }
});

test("shows a deal that went on as it is now", async () => {
  await using parts = await openSqliteParts();
  await seed(parts);
  const linked = await linksOf(parts);
  const stages = calls.flatMap((call) =>
    linked(call)
      .ofCall.filter(({ objectType }) => objectType === "Opportunity")
      .map(({ now, timeOfCall }) => [now, timeOfCall].map((fields) => fields.find(({ name }) => name === "StageName"))),
  );
  expect(stages.filter(([now, then]) => now?.value !== then?.value).length).toBeGreaterThan(5);
});

test("changes nothing when it is done again", async () => {
  await using parts = await openSqliteParts();
  const rows = () =>
    ["crm_integrations", "crm_fields", "crm_objects", "crm_versions", "crm_addresses"].map((table) =>
      parts.database.reader.all(`SELECT * FROM ${table}`),
    );
  await seed(parts);
  const first = rows();
  await seed(parts);
  expect(rows()).toEqual(first);
});

test("leaves a library with a CRM of its own alone", async () => {
  await using parts = await openSqliteParts();
  const { integrations } = parts.crm;
  await parts.database.transact((transaction) =>
    integrations.add({ id: "7", name: "Ours", ownerEmail: undefined }, 0, transaction),
  );
  await seed(parts);
  expect(await integrations.active()).toMatchObject({ id: "7" });
  expect(parts.database.reader.get("SELECT 1 FROM crm_objects")).toBeUndefined();
  expect(SEEDED_INTEGRATION_ID.length).toBeLessThanOrEqual(19);
});
