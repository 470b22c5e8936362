import { buffer } from "node:stream/consumers";
import { expect } from "vitest";
import type { CrmField, CrmRecord, TypedCrmRecord } from "../../src/calls/crm/crm-object.ts";
import { NotFoundError } from "../../src/calls/errors.ts";
import { asId, type CallId } from "../../src/calls/ids.ts";
import { personByEmail, personByPhone } from "../../src/calls/personal-data.ts";
import type { Crm } from "../../src/engine/crm/crm.ts";
import type { PutOptions } from "../../src/engine/crm/crm-objects.ts";
import type { Database, Transaction } from "../../src/engine/database/transaction.ts";
import type { CallStore } from "../../src/engine/store/call-store.ts";
import { type ContractCase, describeCases, type OpenParts } from "./contract-cases.ts";
import { makeCall } from "./sample-calls.ts";

export interface CrmContractParts extends AsyncDisposable {
  readonly database: Database;
  readonly calls: CallStore;
  readonly crm: Crm;
}

export function describeCrmContract(name: string, open: OpenParts<CrmContractParts>): void {
  describeCases(`${name} keeps what a CRM sends`, crmCases, open);
}

const write = <T>({ database }: CrmContractParts, work: (transaction: Transaction) => Promise<T>) =>
  database.transact(work);

const integration = { id: "9223372036854775807", name: "Ours", ownerEmail: "ann@ours.example" };

async function register(parts: CrmContractParts): Promise<number> {
  await write(parts, (transaction) => parts.crm.integrations.add(integration, 5, transaction));
  return (await parts.crm.integrations.active())?.key ?? 0;
}

function record(objectId: string, modifiedMs: number, fields: CrmRecord["fields"] = {}, isDeleted = false): CrmRecord {
  return { objectId, modifiedMs, isDeleted, fields };
}

async function put(
  parts: CrmContractParts,
  given: Pick<PutOptions, "integrationKey" | "type">,
  ...records: readonly CrmRecord[]
): Promise<void> {
  await write(parts, (transaction) => parts.crm.objects.put(records, { ownFields: [], ...given }, transaction));
}

const contacts = (integrationKey: number) => ({ integrationKey, type: "CONTACT" }) as const;
const email = (value: string) => ({ kind: "email", value, isOwn: true }) as const;
const text = (uniqueName: string): CrmField => ({ uniqueName, label: uniqueName, type: "STRING" });

async function contact(parts: CrmContractParts, key: number, objectId = "c") {
  return (await parts.crm.objects.getMany(key, [{ type: "CONTACT", objectId }]))[0];
}

async function scan({ crm }: CrmContractParts, key: number) {
  const records: TypedCrmRecord[] = [];
  for await (const batch of crm.objects.scan(key)) records.push(...batch);
  return records;
}

async function fieldsAt(parts: CrmContractParts, key: number, ...moments: readonly number[]) {
  const object = await contact(parts, key);
  if (!object) throw new Error("the object is not there");
  return parts.crm.objects.fieldsAt(moments.map((ms) => ({ object, ms })));
}

const upload = {
  integrationId: "1",
  clientRequestId: "first",
  createdMs: 7,
  work: { kind: "upload", objectType: "LEAD", fileId: "70" },
} as const;
const fresh = { doneBytes: 0, doneLines: 0, successCount: 0, errorCount: 0, errors: [] };

async function* pieces(...texts: readonly string[]) {
  for (const each of texts) yield Buffer.from(each);
}

export const crmCases: readonly ContractCase<CrmContractParts>[] = [
  {
    name: "one integration is active at a time",
    check: async (parts) => {
      const { integrations } = parts.crm;
      expect(await integrations.active()).toBeUndefined();
      const key = await register(parts);
      expect(await integrations.active()).toEqual({ ...integration, key });
      const second = { ...integration, id: "8" };
      expect(await write(parts, (transaction) => integrations.add(second, 6, transaction))).toBe(false);
      expect(await write(parts, (transaction) => integrations.retire("8", transaction))).toBe(false);
      expect(await write(parts, (transaction) => integrations.retire(integration.id, transaction))).toBe(true);
      expect(await integrations.active()).toBeUndefined();
      expect(await write(parts, (transaction) => integrations.add(second, 6, transaction))).toBe(true);
    },
  },
  {
    name: "an integration that is out of use is removed bit by bit, no other is",
    check: async (parts) => {
      const { integrations, objects } = parts.crm;
      const key = await register(parts);
      await put(parts, contacts(key), record("a", 1, { emailAddress: "a@x.example" }), record("b", 1), record("c", 1));
      const remove = () => write(parts, (transaction) => integrations.removeSome(integration.id, 2, transaction));
      expect(await remove()).toEqual({ removedCount: 0, isGone: true });
      expect(await contact(parts, key)).toBeDefined();
      await write(parts, (transaction) => integrations.retire(integration.id, transaction));
      expect(await remove()).toEqual({ removedCount: 2, isGone: false });
      expect(await remove()).toEqual({ removedCount: 1, isGone: true });
      expect(await objects.byAddress(key, [email("a@x.example")])).toEqual([]);
    },
  },
  {
    name: "an owner is forgotten, and only they",
    check: async (parts) => {
      await register(parts);
      const forget = (address: string) =>
        write(parts, (transaction) => parts.crm.integrations.forgetOwner((owner) => owner === address, transaction));
      expect([await forget("eva@ours.example"), await forget("ann@ours.example")]).toEqual([0, 1]);
      expect(await parts.crm.integrations.active()).toMatchObject({ name: "Ours", ownerEmail: undefined });
    },
  },
  {
    name: "fields are kept in their order, by type",
    check: async (parts) => {
      const { integrations } = parts.crm;
      const key = await register(parts);
      const picked: CrmField = { ...text("z"), type: "PICKLIST", orderedValueList: ["b", "a"], lastModified: "x" };
      await write(parts, (transaction) => integrations.setFields(key, "LEAD", [picked, text("a")], transaction));
      await write(parts, (transaction) => integrations.setFields(key, "DEAL", [text("d")], transaction));
      const fields = await integrations.fields(key);
      expect(fields.get("LEAD")).toEqual([picked, text("a")]);
      expect([fields.get("DEAL"), fields.get("ACCOUNT")]).toEqual([[text("d")], undefined]);
    },
  },
  {
    name: "values leave with their field, of now and before",
    check: async (parts) => {
      const { integrations } = parts.crm;
      const key = await register(parts);
      const set = (...fields: CrmField[]) =>
        write(parts, (transaction) => integrations.setFields(key, "CONTACT", fields, transaction));
      await set(text("a.b"), text("c"));
      await put(parts, contacts(key), record("c", 1, { "a.b": "1", c: "2" }), record("c", 9, { "a.b": "3", c: "4" }));
      await set(text("c"));
      expect((await contact(parts, key))?.fields).toEqual({ c: "4" });
      expect(await fieldsAt(parts, key, 5)).toEqual([{ c: "2" }]);
      await set({ ...text("c"), type: "DATE" });
      expect((await contact(parts, key))?.fields).toEqual({});
    },
  },
  {
    name: "an object is its newest version, and was the others",
    check: async (parts) => {
      const key = await register(parts);
      await put(parts, contacts(key), record("c", 20, { v: 2 }), record("c", 10, { v: 1 }), record("c", 30, { v: 3 }));
      expect(await contact(parts, key)).toMatchObject({ objectId: "c", modifiedMs: 30, fields: { v: 3 } });
      expect(await fieldsAt(parts, key, 9, 10, 19, 20, 29, 30, 99)).toEqual([
        undefined,
        { v: 1 },
        { v: 1 },
        { v: 2 },
        { v: 2 },
        { v: 3 },
        { v: 3 },
      ]);
    },
  },
  {
    name: "of two that are equally new, the later counts",
    check: async (parts) => {
      const key = await register(parts);
      await put(parts, contacts(key), record("c", 10, { v: 1 }), record("c", 10, { v: 2 }));
      expect(await fieldsAt(parts, key, 10, 9)).toEqual([{ v: 2 }, undefined]);
    },
  },
  {
    name: "a deletion takes the past too, and nothing older undoes it",
    check: async (parts) => {
      const key = await register(parts);
      const address = { emailAddress: "a@x.example" };
      await put(parts, contacts(key), record("c", 10, address), record("c", 20, address), record("c", 30, {}, true));
      await put(parts, contacts(key), record("c", 25, address), record("c", 29, {}, true));
      expect(await contact(parts, key)).toBeUndefined();
      expect(await parts.crm.objects.byAddress(key, [email("a@x.example")])).toEqual([]);
      await put(parts, contacts(key), record("c", 31, { v: 4 }));
      expect(await fieldsAt(parts, key, 20, 31)).toEqual([undefined, { v: 4 }]);
    },
  },
  {
    name: "all records of one integration, put again in the order of a scan, make the same objects",
    check: async (parts) => {
      const { integrations } = parts.crm;
      const key = await register(parts);
      await put(parts, contacts(key), record("c", 20, { v: 2 }), record("c", 10, { v: 1 }), record("d", 5, {}, true));
      await put(parts, { integrationKey: key, type: "STAGE" }, record("s", 7, { name: "Won" }));
      const scanned = await scan(parts, key);
      expect(scanned).toEqual([
        { type: "CONTACT", objectId: "c", modifiedMs: 10, isDeleted: false, fields: { v: 1 } },
        { type: "CONTACT", objectId: "c", modifiedMs: 20, isDeleted: false, fields: { v: 2 } },
        { type: "CONTACT", objectId: "d", modifiedMs: 5, isDeleted: true, fields: {} },
        { type: "STAGE", objectId: "s", modifiedMs: 7, isDeleted: false, fields: { name: "Won" } },
      ]);
      await write(parts, (transaction) => integrations.retire(integration.id, transaction));
      await write(parts, (transaction) => integrations.add({ ...integration, id: "8" }, 6, transaction));
      const again = (await integrations.active())?.key ?? 0;
      for (const { type, ...each } of scanned) await put(parts, { integrationKey: again, type }, each);
      expect(await scan(parts, again)).toEqual(scanned);
      expect(await fieldsAt(parts, again, 10, 20)).toEqual([{ v: 1 }, { v: 2 }]);
    },
  },
  {
    name: "a scan gives each of many objects once",
    check: async (parts) => {
      const key = await register(parts);
      const ids = Array.from({ length: 1001 }, (_, index) => `c${index}`);
      await put(parts, contacts(key), ...ids.map((id) => record(id, 1)));
      const scanned = await scan(parts, key);
      expect(scanned.map(({ objectId }) => objectId)).toEqual(ids);
    },
  },
  {
    name: "an older deletion than what is there does nothing",
    check: async (parts) => {
      const key = await register(parts);
      await put(parts, contacts(key), record("c", 10, { v: 1 }), record("c", 9, {}, true));
      expect(await contact(parts, key)).toMatchObject({ fields: { v: 1 } });
    },
  },
  {
    name: "objects are found by the address that is theirs now",
    check: async (parts) => {
      const { objects } = parts.crm;
      const key = await register(parts);
      await put(parts, contacts(key), record("c", 10, { emailAddress: "Old@x.example", title: "a@x.example" }));
      await put(
        parts,
        contacts(key),
        record("c", 20, { emailAddress: "New@x.example", phoneNumber: "+49 (0)30 12345" }),
      );
      const account = { integrationKey: key, type: "ACCOUNT" } as const;
      await put(parts, account, record("A", 1, { domains: ["X.example"] }), record("B", 1, { domains: ["x.example"] }));
      const found = async (kind: "email" | "phone" | "domain", value: string) =>
        (await objects.byAddress(key, [{ kind, value, isOwn: true }])).map(({ object }) => object.objectId);
      expect(await found("email", "new@x.example")).toEqual(["c"]);
      expect(await found("phone", "493012345")).toEqual(["c"]);
      expect([await found("email", "old@x.example"), await found("email", "a@x.example")]).toEqual([[], []]);
      expect((await found("domain", "x.example")).sort()).toEqual(["A", "B"]);
      expect(await objects.byAddress(key + 1, [email("new@x.example")])).toEqual([]);
    },
  },
  {
    name: "deals are found by their account of now",
    check: async (parts) => {
      const key = await register(parts);
      const deals = { integrationKey: key, type: "DEAL" } as const;
      await put(parts, deals, record("D1", 1, { accountId: "A" }), record("D2", 1, { accountId: "B" }));
      await put(parts, deals, record("D3", 1, { accountId: "A" }), record("D3", 2, { accountId: "B" }));
      await put(parts, contacts(key), record("c", 1, { accountId: "A" }));
      const found = await parts.crm.objects.dealsOf(key, ["A", "A", "Z"]);
      expect(found.map(({ objectId }) => objectId)).toEqual(["D1"]);
    },
  },
  {
    name: "somebody's objects go with their past, and their address goes from others",
    check: async (parts) => {
      const { objects } = parts.crm;
      const key = await register(parts);
      const bob = personByEmail("bob@x.example");
      await put(
        parts,
        contacts(key),
        record("c", 1, { emailAddress: "Bob@x.example" }),
        record("c", 2, { title: "b" }),
      );
      await put(parts, contacts(key), record("d", 1, { emailAddress: "bo@x.example", phoneNumber: "+1 555 0100 200" }));
      const deals = { integrationKey: key, type: "DEAL" } as const;
      await put(parts, deals, record("D", 1, { ownerId: "bob@x.example", name: "n" }), record("D", 2, { name: "m" }));
      const found = await objects.ofPerson(bob);
      expect(found.map(({ objectId, isOfPerson }) => [objectId, isOfPerson])).toEqual([
        ["c", true],
        ["D", false],
      ]);
      expect(found[0]?.integrationId).toBe(integration.id);
      expect(await write(parts, (transaction) => objects.removePerson(bob, transaction))).toBe(2);
      expect(await objects.ofPerson(bob)).toEqual([]);
      const [deal] = await objects.getMany(key, [{ type: "DEAL", objectId: "D" }]);
      expect(deal && (await objects.fieldsAt([{ object: deal, ms: 1 }]))).toEqual([{ name: "n" }]);
      expect((await objects.ofPerson(personByPhone("+15550100200"))).map(({ objectId }) => objectId)).toEqual(["d"]);
    },
  },
  {
    name: "links set by hand go with the call, the object and the integration",
    check: async (parts) => {
      const { links, integrations } = parts.crm;
      const key = await register(parts);
      const [one, two] = [makeCall({ id: asId("11") }), makeCall({ id: asId("12"), clientUniqueId: "two" })];
      await write(parts, async (transaction) => {
        for (const call of [one, two]) await parts.calls.add(call, transaction);
      });
      const set = [
        { type: "CONTACT", objectId: "c", partyId: "5" },
        { type: "ACCOUNT", objectId: "A", partyId: undefined },
      ] as const;
      const setFor = (id: CallId, given: Parameters<typeof links.set>[2]) =>
        write(parts, (transaction) => links.set(id, key, given, transaction));
      await setFor(one.id, set.slice(1));
      await setFor(one.id, set);
      await setFor(two.id, set);
      expect(await links.of(key, [one.id])).toEqual(new Map([[one.id, set]]));
      await put(parts, contacts(key), record("c", 1), record("c", 2, {}, true));
      expect((await links.of(key, [one.id])).get(one.id)).toEqual([set[1]]);
      await write(parts, (transaction) => parts.calls.remove(one.id, transaction));
      expect([...(await links.of(key, [one.id, two.id])).keys()]).toEqual([two.id]);
      await write(parts, async (transaction) => {
        await integrations.retire(integration.id, transaction);
        await integrations.removeSome(integration.id, 10, transaction);
      });
      expect(await links.of(key, [two.id])).toEqual(new Map());
    },
  },
  {
    name: "a request's id is taken once for each integration",
    check: async (parts) => {
      const { requests } = parts.crm;
      const add = (given: Partial<typeof upload> | { integrationId: string }) =>
        write(parts, (transaction) => requests.add({ ...upload, ...given }, transaction));
      expect([await add({}), await add({}), await add({ integrationId: "2" })]).toEqual([true, false, true]);
      expect(await requests.get("1", "first")).toEqual({ ...upload, ...fresh, key: 1, status: "PENDING" });
      expect(await requests.get("1", "second")).toBeUndefined();
    },
  },
  {
    name: "a request is worked on by one at a time, the oldest first, and by another when the lease is over",
    check: async (parts) => {
      const { requests } = parts.crm;
      await write(parts, async (transaction) => {
        await requests.add(upload, transaction);
        await requests.add({ ...upload, clientRequestId: "b", work: { kind: "delete-integration" } }, transaction);
      });
      const claim = (worker: string, nowMs: number) =>
        write(
          parts,
          async (transaction) => (await requests.claim(worker, nowMs + 10, nowMs, transaction))?.clientRequestId,
        );
      expect([await claim("w1", 0), await claim("w2", 0), await claim("w3", 9)]).toEqual([
        "first",
        undefined,
        undefined,
      ]);
      expect([await requests.hasDue(9), await requests.hasDue(10)]).toEqual([false, true]);
      expect(await claim("w3", 10)).toBe("first");
      const progress = {
        ...fresh,
        doneBytes: 3,
        errors: [{ line: 1, description: "x" }],
        status: "DONE",
        untilMs: 0,
      } as const;
      const advance = (worker: string) =>
        write(parts, (transaction) => requests.advance(1, worker, progress, transaction));
      expect([await advance("w1"), await advance("w3")]).toEqual([false, true]);
      expect(await requests.get("1", "first")).toMatchObject({ status: "DONE", doneBytes: 3, errors: progress.errors });
      expect(await requests.hasDue(11)).toBe(true);
      expect([await claim("w4", 11), await claim("w5", 11)]).toEqual(["b", undefined]);
      await write(parts, (transaction) => requests.release(2, "w4", transaction));
      expect(await claim("w5", 11)).toBe("b");
    },
  },
  {
    name: "a request knows its file until it is forgotten",
    check: async (parts) => {
      const { requests } = parts.crm;
      await write(parts, (transaction) => requests.add(upload, transaction));
      expect(await requests.files()).toEqual([{ fileId: "70", isOver: false }]);
      await write(parts, (transaction) => requests.claim("w", 9, 0, transaction));
      const over = { ...fresh, status: "FAILED", untilMs: 0 } as const;
      await write(parts, (transaction) => requests.advance(1, "w", over, transaction));
      expect(await requests.files()).toEqual([{ fileId: "70", isOver: true }]);
      await write(parts, (transaction) => requests.forgetFiles(["70"], transaction));
      expect(await requests.files()).toEqual([]);
    },
  },
  {
    name: "files are kept whole or not at all",
    check: async ({ crm: { files } }) => {
      const read = async (start: number) => (await buffer(await files.read("70", start))).toString();
      await files.keep("70", pieces("{}\n", "{}"), 5);
      expect([await read(0), await read(3)]).toEqual(["{}\n{}", "{}"]);
      await expect(files.keep("71", pieces("{}\n", "{} "), 5)).rejects.toThrow(RangeError);
      expect((await files.list()).map(({ fileId }) => fileId)).toEqual(["70"]);
      expect((await files.list())[0]?.modifiedMs).toBeGreaterThan(0);
      await files.remove("70");
      await files.remove("70");
      expect(await files.list()).toEqual([]);
      await expect(files.read("70", 0)).rejects.toThrow(NotFoundError);
    },
  },
];
