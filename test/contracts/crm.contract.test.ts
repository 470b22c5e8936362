import { expect, test } from "vitest";
import type { Crm } from "../../src/engine/crm/crm.ts";
import { failedCases, override } from "./contract-cases.ts";
import { crmCases, type CrmContractParts, describeCrmContract } from "./crm.contract.ts";
import { openSqliteParts } from "./sqlite-parts.ts";

describeCrmContract("openCrm", openSqliteParts);

/** The parts with some methods of one port replaced. */
function breaking<Port extends keyof Crm>(port: Port, breakIt: (working: Crm[Port]) => Partial<Crm[Port]>) {
  return (parts: CrmContractParts): CrmContractParts => ({
    ...parts,
    crm: { ...parts.crm, [port]: override<Crm[Port]>(parts.crm[port], breakIt(parts.crm[port])) },
    [Symbol.asyncDispose]: () => parts[Symbol.asyncDispose](),
  });
}

const broken: [string, (parts: CrmContractParts) => CrmContractParts][] = [
  ["never retires an integration", breaking("integrations", () => ({ retire: async () => true }))],
  ["forgets every owner", breaking("integrations", (it) => ({ forgetOwner: (_, t) => it.forgetOwner(() => true, t) }))],
  [
    "removes all of an integration at once",
    breaking("integrations", (it) => ({ removeSome: (id, _, t) => it.removeSome(id, 1000, t) })),
  ],
  [
    "forgets all but one field",
    breaking("integrations", (it) => ({
      setFields: (k, type, fields, t) => it.setFields(k, type, fields.slice(1), t),
    })),
  ],
  [
    "writes over what is newer",
    breaking("objects", (it) => ({
      put: (records, options, t) =>
        it.put(
          records.map((r) => ({ ...r, modifiedMs: 50 })),
          options,
          t,
        ),
    })),
  ],
  [
    "keeps no past",
    breaking("objects", () => ({ fieldsAt: async (moments) => moments.map(({ object }) => object.fields) })),
  ],
  [
    "does not delete",
    breaking("objects", (it) => ({
      put: (records, options, t) =>
        it.put(
          records.map((r) => ({ ...r, isDeleted: false })),
          options,
          t,
        ),
    })),
  ],
  ["finds nobody by an address", breaking("objects", () => ({ byAddress: async () => [] }))],
  [
    "gives every deal to every account",
    breaking("objects", (it) => ({ dealsOf: (key) => it.dealsOf(key, ["A", "B"]) })),
  ],
  [
    "scans nothing but the first batch",
    breaking("objects", (it) => ({
      scan: async function* (key) {
        for await (const batch of it.scan(key)) return yield batch;
      },
    })),
  ],
  ["erases nobody", breaking("objects", () => ({ removePerson: async () => 2 }))],
  ["keeps no links", breaking("links", () => ({ set: async () => {} }))],
  ["takes an id twice", breaking("requests", () => ({ add: async () => true }))],
  [
    "lets a lease end at once",
    breaking("requests", (it) => ({ claim: (worker, _, nowMs, t) => it.claim(worker, nowMs, nowMs, t) })),
  ],
  ["lets anybody commit", breaking("requests", () => ({ advance: async () => true }))],
  ["forgets no file", breaking("requests", () => ({ forgetFiles: async () => {} }))],
  ["keeps the beginning of a file", breaking("files", (it) => ({ keep: (id, bytes) => it.keep(id, bytes, 1000) }))],
  ["reads a file from its beginning", breaking("files", (it) => ({ read: (id) => it.read(id, 0) }))],
];

test.each(broken)("the contract notices a CRM's records that %s", async (...[, breakIt]) => {
  const failed = await failedCases(crmCases, async () => breakIt(await openSqliteParts()));
  expect(failed.length).toBeGreaterThan(0);
  expect(failed.length).toBeLessThan(crmCases.length);
});
