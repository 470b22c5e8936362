import { expect, test } from "vitest";
import type { CallOutcomeStore } from "../../src/engine/store/call-outcome-store.ts";
import type { LibraryStore } from "../../src/engine/store/library-store.ts";
import { failedCases, override } from "./contract-cases.ts";
import { describeLibraryContract, libraryCases, type LibraryParts } from "./library.contract.ts";
import { openSqliteParts } from "./sqlite-parts.ts";

const open = (): Promise<LibraryParts> => openSqliteParts();

describeLibraryContract("SqliteLibraryStore and SqliteCallOutcomeStore", open);

const library = (breakIt: (store: LibraryStore) => Partial<LibraryStore>) => (parts: LibraryParts) => ({
  ...parts,
  library: override<LibraryStore>(parts.library, breakIt(parts.library)),
  [Symbol.asyncDispose]: () => parts[Symbol.asyncDispose](),
});
const outcomes = (breakIt: (store: CallOutcomeStore) => Partial<CallOutcomeStore>) => (parts: LibraryParts) => ({
  ...parts,
  callOutcomes: override<CallOutcomeStore>(parts.callOutcomes, breakIt(parts.callOutcomes)),
  [Symbol.asyncDispose]: () => parts[Symbol.asyncDispose](),
});

const broken: [string, (parts: LibraryParts) => LibraryParts][] = [
  ["shows the folders of every workspace", library((s) => ({ folders: () => s.folders() }))],
  ["turns the order of folders", library((s) => ({ folders: async (w) => (await s.folders(w)).toReversed() }))],
  [
    "never puts a folder at the top",
    library((s) => ({ changeFolder: (id, c, ms, t) => s.changeFolder(id, { name: c.name }, ms, t) })),
  ],
  ["loses snippets", library((s) => ({ addEntry: ({ snippet: _part, ...e }, t) => s.addEntry(e, t) }))],
  [
    "takes out all parts of a call",
    library((s) => ({ removeEntries: ({ snippet: _part, ...from }, ms, t) => s.removeEntries(from, ms, t) })),
  ],
  ["removes no folder", library(() => ({ removeFolder: async () => false }))],
  ["turns the order of outcomes", outcomes((s) => ({ list: async () => (await s.list()).toReversed() }))],
  ["changes no outcome", outcomes(() => ({ change: async () => {} }))],
  ["takes no outcome back", outcomes((s) => ({ setOf: async (c, o, t) => o && s.setOf(c, o, t) }))],
  ["deletes no outcome", outcomes(() => ({ remove: async () => false }))],
];

test.each(broken)("the contract notices a store that %s", async (_, breakIt) => {
  const failed = await failedCases(libraryCases, async () => breakIt(await open()));
  expect(failed.length).toBeGreaterThan(0);
  expect(failed.length).toBeLessThan(libraryCases.length);
});
