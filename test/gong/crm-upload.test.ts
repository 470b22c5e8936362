import { request } from "node:http";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { asId } from "../../src/calls/ids.ts";
import { runCrmWorker, workOffCrmRequests } from "../../src/engine/jobs/crm-worker.ts";
import { listen } from "../../src/surfaces/http/listen.ts";
import { override } from "../contracts/contract-cases.ts";
import { authorization } from "../support/http-services.ts";
import { addCrm, INTEGRATION_ID, requestStatus, takeIn, uploadCrm, workOffCrm } from "./crm-library.ts";
import { GongServer } from "./gong-server.ts";

let server: GongServer;
beforeEach(async () => {
  server = await GongServer.open();
  await addCrm(server);
});
afterEach(() => server[Symbol.asyncDispose]());

const done = (totalSuccessCount: number) => ({ status: "DONE", errors: [], totalErrorCount: 0, totalSuccessCount });

async function shown(objectType: string, ...ids: string[]) {
  const query = { integrationId: INTEGRATION_ID, objectType };
  const { body } = await server.send({ method: "GET", path: "/v2/crm/entities", query, body: ids });
  return body["crmObjectsMap"] as Record<string, Record<string, unknown> | null>; // what Gong names it
}

let uploads = 0;
function take(objectType: string, lines: readonly unknown[] | string) {
  uploads += 1;
  return takeIn(server, { objectType, clientRequestId: `up-${uploads}`, lines });
}

const person = (objectId: string, modifiedDate: string, more: object = {}) => ({ objectId, modifiedDate, ...more });
const monday = "2026-03-02T09:00:00+01:00";
const tuesday = "2026-03-03T09:00:00+01:00";

describe("a file of objects", () => {
  it("is taken line by line: what is wrong is told, what is right is kept", async () => {
    const file = [
      '\uFEFF{"objectId":"u1","modifiedDate":"2026-01-15T10:00:00Z","emailAddress":"a@ours.example"}\r',
      "",
      '{"objectId":"u2","modifiedDate":"2026-01-15T10:00:00Z"}',
      '{"objectId":"u3"',
      '{"objectId":"not an id","modifiedDate":"yesterday","emailAddress":7,"url":"crm"}',
      "[]",
      '{"objectId":"u2@ours.example","modifiedDate":"2026-01-15T10:00:00Z","isDeleted":true}',
    ].join("\n");
    expect(await take("BUSINESS_USER", file)).toEqual({
      status: "FAILED",
      errors: [
        { line: 3, description: "Mandatory field [emailAddress] is missing or empty" },
        { line: 4, description: "Line is not valid JSON" },
        {
          line: 5,
          description:
            "Field [objectId] must be a string of at most 64 letters, digits, dashes and underscores, or an e-mail address; " +
            "Field [modifiedDate] must be an ISO-8601 date-time without milliseconds, such as 2020-12-17T07:37:21+02:00; " +
            "Field [url] must be a full URL; Field [emailAddress] must be an e-mail address",
        },
        { line: 6, description: "Line is not a JSON object" },
      ],
      totalErrorCount: 4,
      totalSuccessCount: 2,
    });
  });

  it("tells 20 errors at most and counts all", async () => {
    const { errors, totalErrorCount } = await take("LEAD", "{}\n".repeat(30));
    expect([errors?.length, totalErrorCount]).toEqual([20, 30]);
  });

  it("fails as a whole when nothing is in it", async () => {
    expect(await take("DEAL", "\n\n")).toEqual({
      status: "FAILED",
      errors: [{ line: 0, description: "The file has no objects" }],
      totalErrorCount: 0,
      totalSuccessCount: 0,
    });
  });

  it("has lines of a megabyte at most, the others are taken", async () => {
    const long = JSON.stringify(person("c1", monday, { title: "x".repeat(1024 * 1024) }));
    const { errors, totalSuccessCount } = await take("CONTACT", `${long}\n${JSON.stringify(person("c2", monday))}\n`);
    expect(errors).toEqual([{ line: 1, description: "Line is longer than 1048576 bytes" }]);
    expect(totalSuccessCount).toBe(1);
  });

  it("gives names, a status, an amount where there is none", async () => {
    await take("DEAL", [person("d1", monday)]);
    await take("ACCOUNT", [person("A9", monday, { url: null })]);
    expect(await shown("DEAL", "d1")).toEqual({
      d1: { objectId: "d1", modifiedDate: monday, name: "Deal_#d1", status: "OPEN", amount: 0 },
    });
    expect(await shown("ACCOUNT", "A9")).toEqual({
      A9: { objectId: "A9", modifiedDate: monday, name: "Account_#A9" },
    });
  });

  it("has values of the fields that were described only, each of its type", async () => {
    const { errors } = await take("ACCOUNT", [
      person("A1", monday, { tier: "Silver", colour: "red" }),
      person("A2", monday, { tier: "Lead" }),
    ]);
    expect(errors).toEqual([
      { line: 2, description: "Field [tier] must be one of the values of its orderedValueList" },
    ]);
    expect((await shown("ACCOUNT", "A1"))["A1"]).toEqual({
      objectId: "A1",
      modifiedDate: monday,
      name: "Account_#A1",
      tier: "Silver",
    });
  });

  it("is not taken a second time under the same id, by two at once either", async () => {
    const upload = { objectType: "LEAD", clientRequestId: "once", lines: [person("l1", monday)] };
    const statuses = (await Promise.all([uploadCrm(server, upload), uploadCrm(server, upload)])).map((a) => a.status);
    expect(statuses.sort()).toEqual([201, 409]);
    await workOffCrm(server);
    expect(await requestStatus(server, "once")).toEqual(done(1));
    expect(await server.parts.crm.files.list()).toEqual([]);
  });

  it("is refused beyond 200 MB, and nothing of it is left", async () => {
    const { uploadCrmData } = server.services.gongApi(undefined);
    const megabyte = new Uint8Array(1_000_000);
    async function* file() {
      for (let sent = 0; sent <= 200; sent += 1) yield megabyte;
    }
    const asked = { integrationId: INTEGRATION_ID, objectType: "LEAD" as const, clientRequestId: "big", file: file() };
    await expect(uploadCrmData(asked)).rejects.toThrow("The dataFile part is larger than 200 MB.");
    expect(await server.parts.crm.files.list()).toEqual([]);
    const { status } = await server.send({
      method: "GET",
      path: "/v2/crm/request-status",
      query: { integrationId: INTEGRATION_ID, clientRequestId: "big" },
    });
    expect(status).toBe(400);
  });
});

describe("an object", () => {
  it("is what the newest by its own word says, whatever came last", async () => {
    await take("CONTACT", [person("c1", tuesday, { title: "Boss" })]);
    expect(await take("CONTACT", [person("c1", monday, { title: "Clerk" })])).toEqual(done(1));
    expect((await shown("CONTACT", "c1"))["c1"]).toMatchObject({ title: "Boss" });
    await take("CONTACT", [person("c1", tuesday, { firstName: "Ann" })]);
    expect((await shown("CONTACT", "c1"))["c1"]).toEqual({ objectId: "c1", modifiedDate: tuesday, firstName: "Ann" });
  });

  it("that was deleted is not brought back by what is older", async () => {
    await take("CONTACT", [person("c1", monday), person("c2", monday)]);
    await take("CONTACT", [person("c1", tuesday, { isDeleted: true }), person("c3", tuesday, { isDeleted: true })]);
    await take("CONTACT", [person("c1", monday), person("c3", monday), person("c2", monday)]);
    expect(await shown("CONTACT", "c1", "c2", "c3")).toMatchObject({ c1: null, c2: { objectId: "c2" }, c3: null });
    await take("CONTACT", [person("c1", "2026-03-04T09:00:00Z", { title: "Back" })]);
    expect((await shown("CONTACT", "c1"))["c1"]).toMatchObject({ title: "Back" });
  });

  it("loses the values of a field that is deleted or gets another type, and of no other", async () => {
    const describeFields = (body: unknown) =>
      server.send({
        method: "POST",
        path: "/v2/crm/entity-schema",
        query: { integrationId: INTEGRATION_ID, objectType: "LEAD" },
        body,
      });
    const field = (uniqueName: string, type: string, more: object = {}) => ({ uniqueName, label: "x", type, ...more });
    await describeFields([field("a.b", "STRING"), field("c", "STRING"), field("d", "NUMBER")]);
    await take("LEAD", [person("l1", monday, { "a.b": "1", c: "2", d: 12345678901234567890n.toString() })]);
    await take("LEAD", [person("l1", tuesday, { "a.b": "1", c: "2", d: 3 })]);
    await describeFields([field("a.b", "NUMBER"), field("c", "STRING", { isDeleted: true }), field("d", "NUMBER")]);
    expect((await shown("LEAD", "l1"))["l1"]).toEqual({ objectId: "l1", modifiedDate: tuesday, d: 3 });
  });

  it("keeps the values of Gong's fields, also where one was described as the CRM's own", async () => {
    const query = { integrationId: INTEGRATION_ID, objectType: "LEAD" };
    const title = { uniqueName: "title", label: "Title", type: "STRING" };
    const describeFields = (body: unknown) =>
      server.send({ method: "POST", path: "/v2/crm/entity-schema", query, body });
    await describeFields([title]);
    await take("LEAD", [person("l1", monday, { title: "Buyer" })]);
    await describeFields([{ ...title, isDeleted: true }]);
    expect((await shown("LEAD", "l1"))["l1"]).toMatchObject({ title: "Buyer" });
  });
});

describe("the worker", () => {
  const lines = Array.from({ length: 1200 }, (_, index) =>
    index === 700 ? {} : person(`c${index}`, monday, { emailAddress: `c${index}@acme.example` }),
  );
  const watched = { status: "FAILED", errors: [{ line: 701 }], totalErrorCount: 1, totalSuccessCount: 1199 };

  it("goes on where another was interrupted: no line is taken twice and none is left out", async () => {
    await uploadCrm(server, { objectType: "CONTACT", clientRequestId: "long", lines });
    const stop = new AbortController();
    let taken = 0;
    const { crm } = server.parts;
    const objects = override(crm.objects, {
      put: async (records, ...rest) => {
        taken += records.length;
        stop.abort();
        await crm.objects.put(records, ...rest);
      },
    });
    const parts = { ...server.parts, scrub: async () => {}, reportError: () => {} };
    await workOffCrmRequests({ ...parts, crm: { ...crm, objects } }, { workerId: "first", signal: stop.signal });
    expect(taken).toBe(500);
    expect(await requestStatus(server, "long")).toEqual({ ...done(500), status: "IN_PROGRESS" });
    await workOffCrm(server);
    expect(await requestStatus(server, "long")).toMatchObject(watched);
  });

  it("that died has its file only until the lease is over, and may commit nothing then", async () => {
    await uploadCrm(server, { objectType: "CONTACT", clientRequestId: "long", lines });
    const { crm, clock, database } = server.parts;
    await database.transact((transaction) => crm.requests.claim("dead", clock() + 15_000, clock(), transaction));
    await workOffCrm(server);
    expect(await requestStatus(server, "long")).toMatchObject({ status: "IN_PROGRESS", totalSuccessCount: 0 });
    server.clock.nowMs += 15_000;
    await workOffCrm(server);
    expect(await requestStatus(server, "long")).toMatchObject(watched);
    const late = { doneBytes: 0, doneLines: 0, successCount: 9, errorCount: 0, errors: [], untilMs: 0 } as const;
    const advanced = await database.transact((transaction) =>
      crm.requests.advance(1, "dead", { ...late, status: "DONE" }, transaction),
    );
    expect(advanced).toBe(false);
    expect(await crm.files.list()).toEqual([]);
  });

  it("has few long lines in memory at once", async () => {
    // 4 MiB are over with the fifth line of 900,000 characters.
    const long = Array.from({ length: 12 }, (_, index) => person(`c${index}`, monday, { title: "x".repeat(900_000) }));
    await uploadCrm(server, { objectType: "CONTACT", clientRequestId: "long", lines: long });
    const { crm } = server.parts;
    const together: number[] = [];
    const objects = override(crm.objects, {
      put: async (records, ...rest) => {
        together.push(records.length);
        await crm.objects.put(records, ...rest);
      },
    });
    const parts = { ...server.parts, crm: { ...crm, objects }, scrub: async () => {}, reportError: () => {} };
    await workOffCrmRequests(parts, { workerId: "w", signal: new AbortController().signal });
    expect(together).toEqual([5, 5, 2]);
    expect(await requestStatus(server, "long")).toEqual(done(12));
  });

  it("leaves the file to who has the lease now, when it finds out too late that it lost it", async () => {
    await uploadCrm(server, { objectType: "CONTACT", clientRequestId: "long", lines });
    const { crm, clock, database } = server.parts;
    const files = override(crm.files, {
      read: async () => {
        server.clock.nowMs += 15_000;
        await database.transact((transaction) => crm.requests.claim("other", clock() + 15_000, clock(), transaction));
        throw new Error("the disk does not answer");
      },
    });
    const parts = { ...server.parts, crm: { ...crm, files }, scrub: async () => {}, reportError: () => {} };
    await workOffCrmRequests(parts, { workerId: "late", signal: new AbortController().signal });
    expect(await requestStatus(server, "long")).toMatchObject({ status: "IN_PROGRESS", errors: [] });
    expect(await crm.files.list()).toHaveLength(1);
  });

  it("says so when the file is gone", async () => {
    await uploadCrm(server, { objectType: "CONTACT", clientRequestId: "lost", lines });
    for (const { fileId } of await server.parts.crm.files.list()) await server.parts.crm.files.remove(fileId);
    await workOffCrm(server);
    expect(await requestStatus(server, "lost")).toMatchObject({
      status: "FAILED",
      errors: [{ line: 0, description: expect.stringContaining("Upload it again with another clientRequestId") }],
    });
  });

  it("clears at its start what a crash left: a file that was worked off, and one that never arrived whole", async () => {
    const { crm, database } = server.parts;
    async function* bytes() {
      yield Buffer.from("{}");
    }
    await uploadCrm(server, { objectType: "CONTACT", clientRequestId: "waiting", lines });
    await crm.files.keep("77", bytes(), 10);
    await crm.files.keep("78", bytes(), 10);
    await database.transact(async (transaction) => {
      const work = { kind: "upload", objectType: "LEAD", fileId: "77" } as const;
      await crm.requests.add({ integrationId: "1", clientRequestId: "old", work, createdMs: 0 }, transaction);
      await crm.requests.claim("w", 0, 0, transaction);
    });
    const [waiting] = await crm.requests.files();
    // Tells, after the files were cleared, that there is work to look for: then it may stop.
    const stop = new AbortController();
    const requests = override(crm.requests, {
      files: async () => (await crm.requests.files()).map((file) => ({ ...file, isOver: file.fileId === "77" })),
      hasDue: async () => {
        stop.abort();
        return false;
      },
    });
    await runCrmWorker(
      {
        ...server.parts,
        crm: { ...crm, requests },
        clock: () => Date.now() + 25 * 3_600_000,
        scrub: async () => {},
        reportError: (error) => {
          throw error;
        },
      },
      { workerId: "w", signal: stop.signal, pollMs: 1, repairMs: 1 },
    );
    expect((await crm.files.list()).map(({ fileId }) => fileId)).toEqual([waiting?.fileId]);
    expect((await crm.requests.files()).map(({ fileId }) => fileId)).toEqual([waiting?.fileId]);
  });
});

describe("an integration that is deleted", () => {
  const deletion = {
    method: "DELETE",
    path: "/v2/crm/integrations",
    query: { integrationId: INTEGRATION_ID, clientRequestId: "bye" },
  };

  it("goes with all its objects, and what waited to be taken is not", async () => {
    await take("CONTACT", [person("c1", monday), person("c2", monday)]);
    await uploadCrm(server, { objectType: "CONTACT", clientRequestId: "late", lines: [person("c3", monday)] });
    expect((await server.send(deletion)).status).toBe(201);
    await workOffCrm(server);
    expect(await requestStatus(server, "bye")).toEqual(done(3));
    expect(await requestStatus(server, "late")).toMatchObject({
      status: "FAILED",
      errors: [{ line: 0, description: "The integration was deleted before the file was processed" }],
    });
    const query = { integrationId: INTEGRATION_ID, objectType: "CONTACT" };
    const { body } = await server.send({ method: "GET", path: "/v2/crm/entities", query, body: ["c1"] });
    expect(body.errors).toEqual([
      `There is no active CRM integration ${INTEGRATION_ID}; GET /v2/crm/integrations lists it.`,
    ]);
  });
});

it("is deleted when it is off the disk, and not before", async () => {
  await take("CONTACT", [person("c1", monday)]);
  const query = { integrationId: INTEGRATION_ID, clientRequestId: "bye" };
  await server.send({ method: "DELETE", path: "/v2/crm/integrations", query });
  const seen: unknown[] = [];
  const scrub = async () => {
    seen.push(await requestStatus(server, "bye"));
  };
  const parts = { ...server.parts, scrub, reportError: () => {} };
  await workOffCrmRequests(parts, { workerId: "w", signal: new AbortController().signal });
  expect(seen).toEqual([{ ...done(2), status: "IN_PROGRESS" }]);
  expect(await requestStatus(server, "bye")).toEqual(done(2));
});

it("is for keys that act for the company", async () => {
  const api = server.services.gongApi(asId("501"));
  await expect(api.listGenericCrmIntegration({})).rejects.toThrow("Access denied");
  const asked = { integrationId: INTEGRATION_ID, objectType: "CONTACT" as const, objectIds: [] };
  await expect(api.getCrmObjects(asked)).rejects.toThrow("Access denied");
});

it("over HTTP has 64-bit numbers unharmed, and reads the body of a GET", async () => {
  const listener = await listen(server.app, { host: "127.0.0.1", port: 0, closeWithinMs: 100 });
  try {
    const get = (path: string, body?: string) =>
      new Promise<string>((resolve, reject) => {
        const length = body === undefined ? {} : { "content-length": String(body.length) };
        const headers = { authorization, "content-type": "application/json", ...length };
        const sent = request(`${listener.url}${path}`, { method: "GET", headers }, (answer) => resolve(text(answer)));
        sent.on("error", reject).end(body);
      });
    expect(await get("/v2/crm/integrations")).toContain(`"integrationId":${INTEGRATION_ID},`);
    const path = `/v2/crm/entities?integrationId=${INTEGRATION_ID}&objectType=ACCOUNT`;
    expect(await get(path, '["A1"]')).toContain('"A1":{"objectId":"A1"');
    expect(await get(path, '["A7"]')).toContain('"A7":null');
    expect(await get(path)).toContain("Unsupported Media Type");
    expect(await get("/v2/crm/integrations")).toContain("ACME Sandbox");
  } finally {
    await listener.close();
  }
});
