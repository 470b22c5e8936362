import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { asId } from "../../src/calls/ids.ts";
import { makeCall, makeParty } from "../contracts/sample-calls.ts";
import { addCrm, INTEGRATION_ID, requestStatus, takeIn, workOffCrm } from "./crm-library.ts";
import { foundOnDisk } from "./found-on-disk.ts";
import { GongServer, WORKSPACE_ID } from "./gong-server.ts";
import { addCompleted } from "./library.ts";

let server: GongServer;
beforeEach(async () => {
  server = await GongServer.open();
  await addCrm(server);
});
afterEach(() => server[Symbol.asyncDispose]());

const EMAIL = "Zebedee.Quixwold@fjordhamster.example";
const PHONE = "+44 7700 900-8154";
const january = "2026-01-10T08:00:00Z";
const march = "2026-03-10T08:00:00Z";

let uploads = 0;
async function take(objectType: string, ...lines: readonly unknown[]): Promise<void> {
  uploads += 1;
  const { status } = await takeIn(server, { objectType, clientRequestId: `p-${uploads}`, lines });
  expect(status).toBe("DONE");
}

/** A contact with a past, a lead, a user, and a deal and an account that hold the address in a field; others between. */
async function fill(): Promise<void> {
  const query = { integrationId: INTEGRATION_ID, objectType: "DEAL" };
  const body = [{ uniqueName: "signatory", label: "Signatory", type: "EMAILADDRESS" }];
  await server.send({ method: "POST", path: "/v2/crm/entity-schema", query, body });
  const others = (from: number) =>
    Array.from({ length: 40 }, (_, index) => ({
      objectId: `o-${from + index}`,
      modifiedDate: january,
      emailAddress: `other${from + index}@acme.example`,
      firstName: `Otherone${from + index}`,
    }));
  const contact = { objectId: "wuthermere7", emailAddress: EMAIL, firstName: "Zebedee", lastName: "Quixwold" };
  await take("CONTACT", ...others(0));
  await take("CONTACT", { ...contact, modifiedDate: january, title: "Gribbleworthy clerk" });
  await take("CONTACT", { ...contact, modifiedDate: march, title: "Brambleflux", phoneNumber: PHONE });
  await take("LEAD", { objectId: "plinth9", modifiedDate: january, emailAddress: EMAIL, title: "Thrumblequay" });
  await take("LEAD", { objectId: "zebedee.quixwold@fjordhamster.example", modifiedDate: january, isDeleted: true });
  await take("BUSINESS_USER", { objectId: "snork3", modifiedDate: january, emailAddress: EMAIL });
  await take("DEAL", { objectId: "D1", modifiedDate: january, name: "Anvils", signatory: EMAIL, amount: 1 });
  await take("DEAL", { objectId: "D1", modifiedDate: march, name: "Anvils", ownerId: EMAIL, amount: 2 });
  await take("CONTACT", ...others(40));
}

const ofPerson = ["quixwold", "zebedee", "fjordhamster", "900-8154", "447700900815"];
const ofTheirObjects = ["wuthermere7", "gribbleworthy", "brambleflux", "plinth9", "thrumblequay", "snork3"];

const find = (kind: string, query: Record<string, string>) =>
  server.send({ method: "GET", path: `/v2/data-privacy/data-for-${kind}`, query });
const erase = (kind: string, query: Record<string, string>) =>
  server.send({ method: "POST", path: `/v2/data-privacy/erase-data-for-${kind}`, query });

describe("what a CRM sent of somebody", () => {
  it("is shown with the fields as they are now, and the CRM's ids", async () => {
    await fill();
    const { body } = await find("email-address", { emailAddress: EMAIL });
    const contact = {
      id: expect.stringMatching(/^\d+$/),
      objectType: "Contact",
      externalId: "wuthermere7",
      mirrorId: `{"integrationId":"${INTEGRATION_ID}","crmObjectType":"CONTACT","crmId":"wuthermere7"}`,
    };
    expect(body["customerData"]).toEqual([
      {
        system: "Generic",
        objects: [
          { ...contact, fields: expect.arrayContaining([{ name: "title", value: "Brambleflux" }]) },
          expect.objectContaining({ objectType: "Lead", externalId: "plinth9" }),
          expect.objectContaining({ objectType: "Lead", externalId: "zebedee.quixwold@fjordhamster.example" }),
        ],
      },
    ]);
  });

  it("is shown once where a call names it too, and tells the other addresses", async () => {
    await fill();
    const context = [
      { system: "Salesforce", objects: [{ objectType: "Contact", objectId: "wuthermere7", fields: [] }] },
    ];
    const party = makeParty({ phoneNumber: PHONE, affiliation: "External", context });
    const call = makeCall({ id: asId("1000000000000000031"), workspaceId: asId(WORKSPACE_ID), parties: [party] });
    await addCompleted(server, [{ call }]);
    const { body } = await find("phone-number", { phoneNumber: PHONE });
    expect(body["customerData"]).toMatchObject([{ system: "Generic", objects: [{ externalId: "wuthermere7" }] }]);
    expect(body["emailAddresses"]).toEqual([EMAIL]);
    expect(body["matchingPhoneNumbers"]).toEqual([PHONE]);
  });

  it("is on the disk before, and off it after it was erased, with its past; what else there is stays", async () => {
    await fill();
    const before = await foundOnDisk(server.folder, [...ofPerson, ...ofTheirObjects]);
    expect(before).toEqual([...ofPerson, ...ofTheirObjects]);
    expect((await erase("email-address", { emailAddress: EMAIL })).status).toBe(200);
    expect(await foundOnDisk(server.folder, [...ofPerson, ...ofTheirObjects])).toEqual([]);
    expect(await foundOnDisk(server.folder, ["Otherone7", "Otherone47", "Anvils"])).toHaveLength(3);
    const query = { integrationId: INTEGRATION_ID, objectType: "DEAL" };
    const { body } = await server.send({ method: "GET", path: "/v2/crm/entities", query, body: ["D1"] });
    expect(body["crmObjectsMap"]).toMatchObject({ D1: { name: "Anvils", amount: 2 } });
  });

  it("is an address in a text, which is taken out of it; who has the text stays", async () => {
    const query = { integrationId: INTEGRATION_ID, objectType: "CONTACT" };
    const body = [{ uniqueName: "notes", label: "Notes", type: "STRING" }];
    await server.send({ method: "POST", path: "/v2/crm/entity-schema", query, body });
    await take("CONTACT", { objectId: "bo", modifiedDate: january, notes: `Assistant: ${EMAIL}, mornings.` });
    await take("CONTACT", { objectId: "bo", modifiedDate: march, notes: `Assistant was ${EMAIL}.` });
    await erase("email-address", { emailAddress: EMAIL });
    expect(await foundOnDisk(server.folder, ["quixwold", "fjordhamster"])).toEqual([]);
    const after = await server.send({ method: "GET", path: "/v2/crm/entities", query, body: ["bo"] });
    expect(after.body["crmObjectsMap"]).toMatchObject({ bo: { notes: "Assistant was " } });
  });

  it("is erased by phone number", async () => {
    await fill();
    await erase("phone-number", { phoneNumber: "+447700900 8154" });
    expect(await foundOnDisk(server.folder, ["wuthermere7", "brambleflux", "gribbleworthy"])).toEqual([]);
    expect(await foundOnDisk(server.folder, ["plinth9"])).toEqual(["plinth9"]);
  });

  it("is off the disk after it was erased, also where the CRM had deleted it before", async () => {
    await fill();
    await take("CONTACT", { objectId: "wuthermere7", modifiedDate: "2026-04-01T08:00:00Z", isDeleted: true });
    await take("LEAD", { objectId: "plinth9", modifiedDate: "2026-04-01T08:00:00Z", isDeleted: true });
    await erase("email-address", { emailAddress: EMAIL });
    await erase("phone-number", { phoneNumber: PHONE });
    expect(await foundOnDisk(server.folder, [...ofPerson, "brambleflux", "gribbleworthy"])).toEqual([]);
  });

  it("leaves nothing on the disk where all that was known of somebody had been deleted before", async () => {
    const contact = { objectId: "wuthermere7", emailAddress: EMAIL, title: "Brambleflux" };
    await take("CONTACT", { ...contact, modifiedDate: january });
    await take("CONTACT", { ...contact, modifiedDate: march, isDeleted: true });
    await erase("email-address", { emailAddress: EMAIL });
    expect(await foundOnDisk(server.folder, [...ofPerson, "brambleflux"])).toEqual([]);
  });

  it("is erased by an address that it had once", async () => {
    const contact = { objectId: "wuthermere7", modifiedDate: january, emailAddress: EMAIL };
    await take("CONTACT", contact);
    await take("CONTACT", { ...contact, modifiedDate: march, emailAddress: "new@fjord.example" });
    await erase("email-address", { emailAddress: EMAIL });
    expect(await foundOnDisk(server.folder, ["wuthermere7", "fjord.example", ...ofPerson])).toEqual([]);
  });

  it("is the owner's address of the integration, too", async () => {
    await erase("email-address", { emailAddress: "ann@ours.example" });
    const { body } = await server.send({ method: "GET", path: "/v2/crm/integrations" });
    expect(body["integrations"]).toMatchObject([{ ownerEmail: null, name: "ACME Sandbox" }]);
    expect(await foundOnDisk(server.folder, ["ann@ours.example"])).toEqual([]);
  });

  it("does not take an object that held the address in a field which is no more", async () => {
    await fill();
    const query = { integrationId: INTEGRATION_ID, objectType: "CONTACT" };
    const field = { uniqueName: "assistant", label: "Assistant", type: "EMAILADDRESS" };
    const fields = (body: unknown) => server.send({ method: "POST", path: "/v2/crm/entity-schema", query, body });
    await fields([field]);
    await take("CONTACT", { objectId: "boss", modifiedDate: january, firstName: "Bo", assistant: "ed@acme.example" });
    await fields([{ ...field, isDeleted: true }]);
    await erase("email-address", { emailAddress: "ed@acme.example" });
    const { body } = await server.send({ method: "GET", path: "/v2/crm/entities", query, body: ["boss"] });
    expect(body["crmObjectsMap"]).toMatchObject({ boss: { firstName: "Bo" } });
  });
});

it("an integration that was deleted is off the disk", async () => {
  await fill();
  const query = { integrationId: INTEGRATION_ID, clientRequestId: "bye" };
  await server.send({ method: "DELETE", path: "/v2/crm/integrations", query });
  await workOffCrm(server);
  expect(await requestStatus(server, "bye")).toMatchObject({ status: "DONE" });
  const texts = [...ofPerson, ...ofTheirObjects, "Otherone7", "Anvils", "ann@ours.example", "initech"];
  expect(await foundOnDisk(server.folder, texts)).toEqual([]);
});
