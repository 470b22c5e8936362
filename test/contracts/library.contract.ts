import { expect } from "vitest";
import type { CallOutcome } from "../../src/calls/call-outcome.ts";
import { ConflictError, NotFoundError } from "../../src/calls/errors.ts";
import { asId, type CallId, type CallOutcomeId, type LibraryFolderId } from "../../src/calls/ids.ts";
import type { LibraryEntry, LibraryFolder } from "../../src/calls/library.ts";
import type { Database, Transaction } from "../../src/engine/database/transaction.ts";
import type { CallOutcomeStore } from "../../src/engine/store/call-outcome-store.ts";
import type { CallStore, UserDirectory } from "../../src/engine/store/call-store.ts";
import type { LibraryStore } from "../../src/engine/store/library-store.ts";
import { type ContractCase, describeCases, type OpenParts } from "./contract-cases.ts";
import { makeCall } from "./sample-calls.ts";

export interface LibraryParts extends AsyncDisposable {
  readonly database: Database;
  readonly calls: CallStore;
  readonly users: UserDirectory;
  readonly library: LibraryStore;
  readonly callOutcomes: CallOutcomeStore;
}

export function describeLibraryContract(name: string, open: OpenParts<LibraryParts>): void {
  describeCases(`${name} keep the library and the outcomes of calls`, libraryCases, open);
}

const write = ({ database }: LibraryParts, work: (transaction: Transaction) => Promise<unknown>) =>
  database.transact(work);

const folderId = (id: string) => asId<LibraryFolderId>(id);

function folder(id: string, given: Partial<LibraryFolder> = {}): LibraryFolder {
  return { id: folderId(id), workspaceId: asId("w"), name: `Folder ${id}`, updatedMs: 1, ...given };
}

/** Folders `1`, `2` in `1`, and `3` of another workspace. */
const tree = [folder("1", { createdBy: asId("u") }), folder("2", { parentId: folderId("1") })];
const other = folder("3", { workspaceId: asId("v") });

async function enter(parts: LibraryParts, folders: readonly LibraryFolder[]): Promise<void> {
  await write(parts, async (transaction) => {
    for (const each of folders) await parts.library.addFolder(each, transaction);
  });
}

async function addCalls(parts: LibraryParts, count: number): Promise<CallId[]> {
  const calls = Array.from({ length: count }, () => makeCall());
  await write(parts, async (transaction) => {
    for (const call of calls) await parts.calls.add(call, transaction);
  });
  return calls.map(({ id }) => id);
}

function entry(callId: CallId, given: Partial<LibraryEntry> = {}): LibraryEntry {
  return { folderId: folderId("1"), callId, createdMs: 5, ...given };
}

async function addEntries(parts: LibraryParts, entries: readonly LibraryEntry[]): Promise<void> {
  await write(parts, async (transaction) => {
    for (const each of entries) await parts.library.addEntry(each, transaction);
  });
}

const agreed: CallOutcome = {
  id: asId<CallOutcomeId>("DEMO_AGREED"),
  name: "Demo agreed",
  displayOrder: 2,
  connectStatus: "CONNECTED",
  sentiment: "POSITIVE",
  todoAction: "COMPLETE",
  automation: "MARK_AS_OPT_OUT",
  category: "ANSWERED",
};

export const libraryCases: readonly ContractCase<LibraryParts>[] = [
  {
    name: "gives folders back as they were made, in that order, of one workspace or of all, and makes none twice",
    async check(parts) {
      await enter(parts, [...tree, other]);
      expect(await parts.library.folders()).toEqual([...tree, other]);
      expect(await parts.library.folders(asId("w"))).toEqual(tree);
      expect(await parts.library.folder(folderId("2"))).toEqual(tree[1]);
      expect(await parts.library.folder(folderId("4"))).toBeUndefined();
      await expect(enter(parts, [folder("2", { name: "Again" })])).rejects.toThrow(ConflictError);
    },
  },
  {
    name: "changes what a change names, puts a folder at the top by null, and notes when",
    async check(parts) {
      await enter(parts, tree);
      const change = (id: string, given: Parameters<LibraryStore["changeFolder"]>[1], changedMs: number) =>
        write(parts, (transaction) => parts.library.changeFolder(folderId(id), given, changedMs, transaction));
      await change("2", { name: "Second" }, 7);
      expect(await parts.library.folder(folderId("2"))).toEqual({ ...tree[1], name: "Second", updatedMs: 7 });
      await change("2", { parentId: null }, 8);
      const top = { id: folderId("2"), workspaceId: asId("w"), name: "Second", updatedMs: 8 };
      expect(await parts.library.folder(folderId("2"))).toEqual(top);
      await change("2", { parentId: folderId("1") }, 9);
      expect(await parts.library.folder(folderId("2"))).toEqual({ ...top, parentId: "1", updatedMs: 9 });
      await expect(change("4", {}, 9)).rejects.toThrow(NotFoundError);
    },
  },
  {
    name: "keeps the calls of a folder in the order they came, several parts of one among them, each once",
    async check(parts) {
      await enter(parts, tree);
      const [a, b] = (await addCalls(parts, 2)) as [CallId, CallId]; // two were asked for
      const entries = [
        entry(b, { note: "Hear this", addedBy: asId("u"), snippet: { startMs: 1000, endMs: 2000 } }),
        entry(a, { createdMs: 6 }),
        entry(b, { createdMs: 9, snippet: { startMs: 1000, endMs: 3000 } }),
      ];
      await addEntries(parts, [...entries, entry(a, { folderId: folderId("2") })]);
      expect(await parts.library.entries(folderId("1"))).toEqual(entries);
      expect((await parts.library.folder(folderId("1")))?.updatedMs).toBe(9);
      for (const again of entries) {
        await expect(addEntries(parts, [{ ...again, note: "Other" }])).rejects.toThrow(ConflictError);
      }
    },
  },
  {
    name: "takes a call out of one folder, with all its parts or one of them",
    async check(parts) {
      await enter(parts, tree);
      const [a] = (await addCalls(parts, 1)) as [CallId]; // one was asked for
      const snippets = [1000, 2000].map((startMs) => ({ startMs, endMs: 9000 }));
      await addEntries(parts, [...snippets.map((snippet) => entry(a, { snippet })), entry(a)]);
      await addEntries(parts, [entry(a, { folderId: folderId("2") })]);
      const remove = (snippet?: LibraryEntry["snippet"]) =>
        write(parts, (transaction) =>
          parts.library.removeEntries({ folderId: folderId("1"), callId: a, snippet }, 8, transaction),
        );
      expect(await remove({ startMs: 1000, endMs: 8000 })).toBe(0);
      expect((await parts.library.folder(folderId("1")))?.updatedMs).toBe(5);
      expect(await remove(snippets[0])).toBe(1);
      expect((await parts.library.folder(folderId("1")))?.updatedMs).toBe(8);
      expect((await parts.library.entries(folderId("1"))).map(({ snippet }) => snippet)).toEqual([
        snippets[1],
        undefined,
      ]);
      expect(await remove()).toBe(2);
      expect(await parts.library.entries(folderId("1"))).toEqual([]);
      expect(await parts.library.entries(folderId("2"))).toHaveLength(1);
    },
  },
  {
    name: "removes a folder with those in it and their entries, and leaves the calls",
    async check(parts) {
      await enter(parts, [...tree, other]);
      const [a] = (await addCalls(parts, 1)) as [CallId]; // one was asked for
      await addEntries(parts, [entry(a, { folderId: folderId("2") }), entry(a, { folderId: folderId("3") })]);
      expect(await write(parts, (transaction) => parts.library.removeFolder(folderId("1"), transaction))).toBe(true);
      expect((await parts.library.folders()).map(({ id }) => id)).toEqual(["3"]);
      expect(await parts.library.entries(folderId("2"))).toEqual([]);
      expect(await parts.library.entries(folderId("3"))).toHaveLength(1);
      expect(await parts.calls.get(a)).toBeDefined();
      expect(await write(parts, (transaction) => parts.library.removeFolder(folderId("1"), transaction))).toBe(false);
    },
  },
  {
    name: "removes a folder however deep what is in it is",
    async check(parts) {
      const chain = Array.from({ length: 1100 }, (_, index) => ({
        ...other,
        id: folderId(String(100 + index)),
        parentId: index === 0 ? undefined : folderId(String(99 + index)),
      }));
      await enter(parts, [other, ...chain]);
      expect(await write(parts, (transaction) => parts.library.removeFolder(folderId("100"), transaction))).toBe(true);
      expect((await parts.library.folders()).map(({ id }) => id)).toEqual(["3"]);
    },
  },
  {
    name: "forgets a call that is removed, and who wrote a note together with the note",
    async check(parts) {
      await enter(parts, tree);
      const [a, b] = (await addCalls(parts, 2)) as [CallId, CallId]; // two were asked for
      await addEntries(parts, [entry(a), entry(b, { note: "By somebody", addedBy: asId("u") })]);
      await write(parts, async (transaction) => {
        await parts.users.add({ id: asId("u"), createdMs: 1 }, transaction);
        await parts.callOutcomes.setOf(a, asId("BUSY"), transaction);
      });
      await write(parts, async (transaction) => {
        await parts.calls.remove(a, transaction);
        await parts.users.remove(asId("u"), transaction);
      });
      expect(await parts.library.entries(folderId("1"))).toEqual([entry(b)]);
      expect((await parts.library.folder(folderId("1")))?.createdBy).toBeUndefined();
      expect((await parts.callOutcomes.ofCalls([a])).size).toBe(0);
    },
  },
  {
    name: "has the outcomes of a new tenant, connected ones first, each kind in its order",
    async check({ callOutcomes }) {
      const list = await callOutcomes.list();
      expect(list).toHaveLength(16);
      const orders = (status: string) =>
        list.flatMap(({ connectStatus, displayOrder }) => (connectStatus === status ? [displayOrder] : []));
      expect(orders("CONNECTED")).toEqual([1, 2, 3, 4, 5, 7, 8, 9, 12]);
      expect(orders("NOT_CONNECTED")).toEqual([1, 2, 3, 4, 6, 10, 11]);
      expect(list.findIndex(({ connectStatus }) => connectStatus === "NOT_CONNECTED")).toBe(9);
      expect(list.filter(({ automation }) => automation !== undefined).map(({ id }) => id)).toEqual(["OPT_OUT"]);
    },
  },
  {
    name: "keeps outcomes as they are made and changed, no two of one id or name",
    async check(parts) {
      const { callOutcomes } = parts;
      await write(parts, (transaction) => callOutcomes.add(agreed, transaction));
      expect(await callOutcomes.get(agreed.id)).toEqual(agreed);
      for (const second of [
        { ...agreed, name: "Else" },
        { ...agreed, id: asId<CallOutcomeId>("ELSE") },
      ]) {
        await expect(write(parts, (transaction) => callOutcomes.add(second, transaction))).rejects.toThrow(
          ConflictError,
        );
      }
      const change = (id: string, given: Parameters<CallOutcomeStore["change"]>[1]) =>
        write(parts, (transaction) => callOutcomes.change(asId(id), given, transaction));
      await change(agreed.id, { sentiment: "NEUTRAL", name: "Demo agreed" });
      expect(await callOutcomes.get(agreed.id)).toEqual({ ...agreed, sentiment: "NEUTRAL" });
      await change(agreed.id, { automation: null });
      expect((await callOutcomes.get(agreed.id))?.automation).toBeUndefined();
      await expect(change(agreed.id, { name: "Busy" })).rejects.toThrow(ConflictError);
      await expect(change("NONE", {})).rejects.toThrow(NotFoundError);
    },
  },
  {
    name: "gives a call one outcome at a time, and none where it is taken back or deleted",
    async check(parts) {
      const { callOutcomes } = parts;
      const [a, b, c] = (await addCalls(parts, 3)) as [CallId, CallId, CallId]; // three were asked for
      const set = (callId: CallId, id: string | undefined) =>
        write(parts, (transaction) => callOutcomes.setOf(callId, id === undefined ? undefined : asId(id), transaction));
      await set(a, "BUSY");
      await set(a, "HUNG_UP");
      await set(b, "BUSY");
      await set(c, "BUSY");
      await set(c, undefined);
      const names = async () =>
        [...(await callOutcomes.ofCalls([a, b, c]))].map(([callId, { name }]) => [callId, name]);
      expect(await names()).toEqual([
        [a, "Hung up"],
        [b, "Busy"],
      ]);
      expect(await write(parts, (transaction) => callOutcomes.remove(asId("BUSY"), transaction))).toBe(true);
      expect(await names()).toEqual([[a, "Hung up"]]);
      expect(await write(parts, (transaction) => callOutcomes.remove(asId("BUSY"), transaction))).toBe(false);
    },
  },
];
