import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Call } from "../../src/calls/call.ts";
import { asId } from "../../src/calls/ids.ts";
import type { Party } from "../../src/calls/party.ts";
import { createEngine } from "../../src/engine/engine.ts";
import { makeCall, makeParty } from "../contracts/sample-calls.ts";
import { INTEGRATION_ID, takeIn } from "./crm-library.ts";
import { GongServer, WORKSPACE_ID } from "./gong-server.ts";
import { addCompleted } from "./library.ts";

let server: GongServer;
beforeEach(async () => {
  server = await GongServer.open();
  const { database, crm } = server.parts;
  await database.transact((transaction) =>
    crm.integrations.add({ id: INTEGRATION_ID, name: "CRM", ownerEmail: undefined }, 0, transaction),
  );
  await describeFields("ACCOUNT", [{ uniqueName: "Industry", label: "Industry", type: "STRING" }]);
});
afterEach(() => server[Symbol.asyncDispose]());

async function describeFields(objectType: string, body: unknown): Promise<void> {
  const query = { integrationId: INTEGRATION_ID, objectType };
  const { status } = await server.send({ method: "POST", path: "/v2/crm/entity-schema", query, body });
  expect(status).toBe(200);
}

let uploads = 0;
async function take(objectType: string, ...lines: readonly unknown[]): Promise<void> {
  uploads += 1;
  const { status } = await takeIn(server, { objectType, clientRequestId: `c-${uploads}`, lines });
  expect(status).toBe("DONE");
}

const january = "2026-01-10T08:00:00Z";
const march = "2026-03-10T08:00:00Z";
/** The calls are in February. */
const callStart = Date.parse("2026-02-10T08:00:00Z");

async function addCall(parties: readonly Partial<Party>[], changes: Partial<Call> = {}): Promise<Call> {
  const call = makeCall({
    id: asId("1000000000000000021"),
    workspaceId: asId(WORKSPACE_ID),
    startMs: callStart,
    parties: [
      makeParty({ id: asId("901"), userId: asId("501"), emailAddress: "ann@ours.example", affiliation: "Internal" }),
      ...parties.map((party, index) => makeParty({ id: asId(String(911 + index)), affiliation: "External", ...party })),
    ],
    ...changes,
  });
  await addCompleted(server, [{ call }]);
  return call;
}

interface ShownContext {
  readonly system: string;
  readonly objects: readonly {
    readonly objectType: string;
    readonly objectId: string;
    readonly timing: string;
    readonly fields: readonly { readonly name: string; readonly value: unknown }[];
  }[];
}

/** The call's context, and that of its parties. */
async function contexts(contentSelector: object = { context: "Extended" }) {
  const body = { filter: {}, contentSelector: { ...contentSelector, exposedFields: { parties: true } } };
  const answer = await server.send({ method: "POST", path: "/v2/calls/extensive", body });
  const [call] = answer.body["calls"] as [{ context: ShownContext[]; parties: { context: ShownContext[] }[] }]; // one call, with what was asked for
  return { ofCall: call.context, ofParties: call.parties.map(({ context }) => context) };
}

const links = (context: readonly ShownContext[]) =>
  context.flatMap(({ system, objects }) => objects.map(({ objectType, objectId }) => [system, objectType, objectId]));

const values = (context: readonly ShownContext[]) =>
  context.flatMap(({ objects }) =>
    objects.map(({ objectId, timing, fields }) => [
      objectId,
      timing,
      Object.fromEntries(fields.map(({ name, value }) => [name, value])),
    ]),
  );

const acme = { objectId: "A1", modifiedDate: january, name: "Acme", domains: ["acme.example"] };
const bob = { objectId: "C1", modifiedDate: january, accountId: "A1", emailAddress: "Bob@Acme.example" };

describe("a call is linked", () => {
  it("by a party's e-mail address to the contact, their account, and its deal that was open", async () => {
    await take("ACCOUNT", acme);
    await take("CONTACT", bob);
    await take("BUSINESS_USER", { objectId: "u1", modifiedDate: january, emailAddress: "ann@ours.example" });
    const deal = { modifiedDate: january, accountId: "A1", closeDate: "2026-06-30" };
    await take(
      "DEAL",
      { ...deal, objectId: "D1", createdDate: "2025-12-01T00:00:00Z" },
      { ...deal, objectId: "D2", createdDate: "2026-01-02T00:00:00Z" },
      { ...deal, objectId: "D3", createdDate: "2026-02-11T00:00:00Z" },
      { ...deal, objectId: "D4", createdDate: "2026-01-03T00:00:00Z", status: "LOST" },
    );
    await addCall([{ emailAddress: "bob@acme.example" }]);
    const { ofCall, ofParties } = await contexts();
    expect(links(ofCall)).toEqual([
      ["Generic", "Account", "A1"],
      ["Generic", "Opportunity", "D2"],
    ]);
    expect(ofParties.map(links)).toEqual([[["Generic", "User", "u1"]], [["Generic", "Contact", "C1"]]]);
  });

  it("by a phone number, with a country code or without", async () => {
    await take("ACCOUNT", acme);
    await take("CONTACT", { ...bob, phoneNumber: "(912) 507-4395" });
    await addCall([{ phoneNumber: "+1 912-507-4395" }]);
    expect(links((await contexts()).ofCall)).toEqual([["Generic", "Account", "A1"]]);
  });

  it("to a lead where there is no contact, and to the account that the lead became", async () => {
    await take("ACCOUNT", acme, { ...acme, objectId: "A2", domains: [] });
    await take("LEAD", {
      objectId: "L1",
      modifiedDate: january,
      emailAddress: "eve@acme.example",
      convertedToAccountId: "A2",
    });
    await addCall([{ emailAddress: "eve@acme.example" }]);
    const { ofCall, ofParties } = await contexts();
    expect(links(ofCall)).toEqual([["Generic", "Account", "A2"]]);
    expect(links(ofParties[1] ?? [])).toEqual([["Generic", "Lead", "L1"]]);
  });

  it("by the domain where nobody is known, and to the account of most of the parties", async () => {
    await take("ACCOUNT", acme, { ...acme, objectId: "A2", domains: ["https://www.Globex.example/"] });
    await addCall([
      { emailAddress: "x@acme.example" },
      { emailAddress: "y@globex.example" },
      { emailAddress: "z@globex.example" },
    ]);
    expect(links((await contexts()).ofCall)).toEqual([["Generic", "Account", "A2"]]);
  });

  it("to nothing by an address that a contact had once", async () => {
    await take("CONTACT", bob);
    await take("CONTACT", { ...bob, modifiedDate: march, emailAddress: "bob@globex.example" });
    await addCall([{ emailAddress: "bob@acme.example" }]);
    const { ofCall, ofParties } = await contexts();
    expect([ofCall, ofParties]).toEqual([[], [[], []]]);
  });

  it("by the ids given at upload, under the system that was given; its deal's account with it", async () => {
    await take("ACCOUNT", acme, { ...acme, objectId: "A2", name: "Globex", domains: ["globex.example"] });
    await take("DEAL", { objectId: "D1", modifiedDate: january, accountId: "A2" });
    const fields = [{ name: "Name", value: "as given" }];
    await addCall([{ emailAddress: "x@acme.example" }], {
      context: [
        {
          system: "Salesforce",
          objects: [
            { objectType: "Opportunity", objectId: "D1", fields },
            { objectType: "Case", objectId: "7", fields },
          ],
        },
      ],
    });
    const { ofCall } = await contexts();
    expect(values(ofCall)).toEqual([
      ["D1", "Now", { Name: "Deal_#D1", Amount: 0 }],
      ["7", "Now", { Name: "as given" }],
      ["A2", "Now", { Name: "Globex", Website: "globex.example", Industry: null }],
    ]);
  });
});

describe("the fields of an object", () => {
  beforeEach(async () => {
    await take("STAGE", { objectId: "s1", name: "Discovery" }, { objectId: "s2", name: "Closed Won" });
    await take("ACCOUNT", { ...acme, Industry: "Anvils" });
    await take("CONTACT", bob);
    const deal = { objectId: "D1", accountId: "A1", name: "Renewal", amount: 100, closeDate: "2026-06-30" };
    await take("DEAL", { ...deal, modifiedDate: march, stage: "s2", status: "WON", amount: 90 });
    await take("DEAL", { ...deal, modifiedDate: january, stage: "s1" });
    await addCall([{ emailAddress: "bob@acme.example" }]);
  });

  it("are those of now and those of the time of the call, in whatever order they came", async () => {
    const { ofCall } = await contexts({ context: "Extended", contextTiming: ["TimeOfCall", "Now"] });
    const account = { Name: "Acme", Website: "acme.example", Industry: "Anvils" };
    expect(values(ofCall)).toEqual([
      ["A1", "TimeOfCall", account],
      ["D1", "TimeOfCall", { Name: "Renewal", StageName: "Discovery", Amount: 100, CloseDate: "2026-06-30" }],
      ["A1", "Now", account],
      ["D1", "Now", { Name: "Renewal", StageName: "Closed Won", Amount: 90, CloseDate: "2026-06-30" }],
    ]);
  });

  it("are not told of a time when the object was not known", async () => {
    await take("ACCOUNT", { ...acme, isDeleted: true, modifiedDate: march });
    await take("ACCOUNT", { ...acme, modifiedDate: "2026-03-11T08:00:00Z" });
    const { ofCall } = await contexts({ context: "Extended", contextTiming: ["TimeOfCall"] });
    expect(values(ofCall)[0]).toEqual(["A1", "TimeOfCall", {}]);
  });

  it("are not in a Basic context", async () => {
    const { ofCall } = await contexts({ context: "Basic" });
    expect(values(ofCall)).toEqual([
      ["A1", "Now", {}],
      ["D1", "Now", {}],
    ]);
  });

  it("are in the answers of actions as they are now", async () => {
    const selection = { includeContent: false, includeMedia: false, includeTranscript: false } as const;
    const { status } = createEngine(server.parts);
    const record = await status.getCall({ callId: "1000000000000000021" }, { ...selection, context: "Extended" });
    expect(record?.data.context).toEqual([
      {
        system: "Generic",
        objects: [
          expect.objectContaining({ objectType: "Account", objectId: "A1" }),
          {
            objectType: "Opportunity",
            objectId: "D1",
            fields: expect.arrayContaining([{ name: "StageName", value: "Closed Won" }]),
          },
        ],
      },
    ]);
    const basic = await status.getCall({ callId: "1000000000000000021" }, { ...selection, context: "Basic" });
    expect(basic?.data.parties[1]?.context).toEqual([
      { system: "Generic", objects: [{ objectType: "Contact", objectId: "C1" }] },
    ]);
  });
});

describe("links set by hand", () => {
  const path = "/tamtam/v1/calls/1000000000000000021/crm-links";
  const send = async (method: string, body?: unknown) => {
    const answer = await server.send({ method, path, body });
    return { status: answer.status, links: answer.body["links"], error: answer.body["error"] };
  };
  const match = { system: "Generic", origin: "match", isKnown: true, partyId: null };

  beforeEach(async () => {
    await take("ACCOUNT", acme, { ...acme, objectId: "A2", domains: [] });
    await take("CONTACT", bob, { ...bob, objectId: "C2", emailAddress: "else@globex.example" });
    await addCall([{ emailAddress: "bob@acme.example" }]);
  });

  it("stand before what is matched, and are listed with it", async () => {
    expect((await send("GET")).links).toEqual([
      { ...match, objectType: "Account", objectId: "A1" },
      { ...match, objectType: "Contact", objectId: "C1", partyId: "911" },
    ]);
    const set = [
      { objectType: "Account", objectId: "A2" },
      { objectType: "Contact", objectId: "C2", partyId: "911" },
    ];
    const { status, links: after } = await send("PUT", { links: set });
    expect([status, after]).toEqual([
      200,
      [
        { ...match, origin: "hand", objectType: "Account", objectId: "A2" },
        { ...match, origin: "hand", objectType: "Contact", objectId: "C2", partyId: "911" },
      ],
    ]);
    const { ofCall, ofParties } = await contexts();
    expect([links(ofCall), links(ofParties[1] ?? [])]).toEqual([
      [["Generic", "Account", "A2"]],
      [["Generic", "Contact", "C2"]],
    ]);
    expect((await send("DELETE")).links).toMatchObject([{ objectId: "A1" }, { objectId: "C1" }]);
  });

  it("that are named twice are there once", async () => {
    const account = { objectType: "Account", objectId: "A2" };
    const contact = { objectType: "Contact", objectId: "C2", partyId: "911" };
    const turned = { partyId: "911", objectId: "C2", objectType: "Contact" };
    const { status, links: after } = await send("PUT", { links: [account, contact, account, turned] });
    expect(status).toBe(200);
    expect(after).toMatchObject([{ objectId: "A2" }, { objectId: "C2" }]);
  });

  it("are to objects and parties that are there", async () => {
    const { status, error } = await send("PUT", {
      links: [
        { objectType: "Opportunity", objectId: "D7" },
        { objectType: "Lead", objectId: "L7", partyId: "5" },
      ],
    });
    expect(status).toBe(400);
    expect(JSON.stringify(error)).toContain("links[1].partyId");
    expect((await send("PUT", { links: [{ objectType: "Contact", objectId: "C1" }] })).status).toBe(400);
    const unknown = await server.send({ method: "GET", path: "/tamtam/v1/calls/5/crm-links" });
    expect(unknown.status).toBe(404);
  });

  it("go with the object", async () => {
    await send("PUT", { links: [{ objectType: "Account", objectId: "A2" }] });
    await take("ACCOUNT", { ...acme, objectId: "A2", isDeleted: true, modifiedDate: march });
    expect((await send("GET")).links).toMatchObject([{ objectId: "A1" }, { objectId: "C1" }]);
  });

  it("need a CRM", async () => {
    const query = { integrationId: INTEGRATION_ID, clientRequestId: "bye" };
    await server.send({ method: "DELETE", path: "/v2/crm/integrations", query });
    expect((await send("GET")).status).toBe(409);
  });
});
