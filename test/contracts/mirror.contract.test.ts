import { expect, test } from "vitest";
import type { ImportedCallStore } from "../../src/engine/store/imported-call-store.ts";
import { SqliteImportedCallStore } from "../../src/engine/store/sqlite-imported-call-store.ts";
import { SqliteSyncStateStore } from "../../src/engine/store/sqlite-sync-state-store.ts";
import type { SyncStateStore } from "../../src/engine/store/sync-state-store.ts";
import { failedCases, override } from "./contract-cases.ts";
import { describeMirrorContract, mirrorCases, type MirrorStoreParts } from "./mirror.contract.ts";
import { openSqliteParts } from "./sqlite-parts.ts";

async function open(): Promise<MirrorStoreParts> {
  const parts = await openSqliteParts();
  return {
    database: parts.database,
    calls: parts.calls,
    imported: new SqliteImportedCallStore(parts.database),
    syncState: new SqliteSyncStateStore(parts.database),
    [Symbol.asyncDispose]: () => parts[Symbol.asyncDispose](),
  };
}

describeMirrorContract("SqliteImportedCallStore and SqliteSyncStateStore", open);

const imported = (breakIt: (store: ImportedCallStore) => Partial<ImportedCallStore>) => (parts: MirrorStoreParts) => ({
  ...parts,
  imported: override<ImportedCallStore>(parts.imported, breakIt(parts.imported)),
});
const syncState = (breakIt: (store: SyncStateStore) => Partial<SyncStateStore>) => (parts: MirrorStoreParts) => ({
  ...parts,
  syncState: override<SyncStateStore>(parts.syncState, breakIt(parts.syncState)),
});

const broken: [string, (parts: MirrorStoreParts) => MirrorStoreParts][] = [
  ["loses what was sent", imported(() => ({ getMany: async () => new Map() }))],
  [
    "replaces nothing",
    imported((store) => ({
      put: async (entry, transaction) => {
        if ((await store.facts([entry.call.id])).size === 0) await store.put(entry, transaction);
      },
    })),
  ],
  [
    "never gives up",
    imported((store) => ({
      setAsking: async (id, part, asking, transaction) =>
        store.setAsking(id, part, { ...asking, nextMs: asking.nextMs ?? 1 }, transaction),
    })),
  ],
  [
    "turns a second call of one client unique id away",
    imported((store) => ({
      put: async (entry, transaction) => {
        if (entry.call.clientUniqueId !== "one" || entry.call.id === "1") await store.put(entry, transaction);
      },
    })),
  ],
  [
    "lists who waits oldest first",
    imported((store) => ({ waiting: async (...given) => [...(await store.waiting(...given))].reverse() })),
  ],
  [
    "has all transcripts asked for again",
    imported((store) => ({ askTranscriptsAgain: (_, nextMs, t) => store.askTranscriptsAgain({}, nextMs, t) })),
  ],
  ["misses every recording", imported((store) => ({ withoutRecording: async () => store.ids({}) }))],
  ["counts what is committed alone", imported((store) => ({ count: (range) => store.count(range) }))],
  [
    "keeps what was sent for removed calls",
    imported((store) => ({ count: async (range) => Math.max(await store.count(range), 1) })),
  ],
  ["keeps no state", syncState(() => ({ write: async () => {} }))],
  [
    "keeps windows beside the wider one",
    syncState((store) => ({ windows: async () => [...(await store.windows()), { fromMs: 1, toMs: 2, readMs: 3 }] })),
  ],
];

test.each(broken)("the contract notices a store that %s", async (_, breakIt) => {
  const failed = await failedCases(mirrorCases, async () => breakIt(await open()));
  expect(failed.length).toBeGreaterThan(0);
  expect(failed.length).toBeLessThan(mirrorCases.length);
});
