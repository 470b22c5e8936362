import { expect } from "vitest";
import { asId, type CallId } from "../../src/calls/ids.ts";
import type { Database, Transaction } from "../../src/engine/database/transaction.ts";
import type { CallStore } from "../../src/engine/store/call-store.ts";
import type { ImportedCallStore, ImportedEntry } from "../../src/engine/store/imported-call-store.ts";
import type { SyncStateStore } from "../../src/engine/store/sync-state-store.ts";
import { type ContractCase, describeCases, type OpenParts } from "./contract-cases.ts";
import { makeCall, makeTranscript } from "./sample-calls.ts";

export interface MirrorStoreParts extends AsyncDisposable {
  readonly database: Database;
  readonly calls: CallStore;
  readonly imported: ImportedCallStore;
  readonly syncState: SyncStateStore;
}

export function describeMirrorContract(name: string, open: OpenParts<MirrorStoreParts>): void {
  describeCases(`${name} keep a mirror`, mirrorCases, open);
}

const id = (text: string) => asId<CallId>(text);

function entry(callId: string, startedMs: number, given: Partial<ImportedEntry> = {}): ImportedEntry {
  return {
    call: makeCall({ id: id(callId), startMs: startedMs, clientUniqueId: `recorder-${callId}` }),
    startedMs,
    sent: JSON.stringify({ metaData: { id: callId } }),
    sentDigest: `digest of ${callId}`,
    hasContent: true,
    firstAsk: { transcript: 100, content: null },
    ...given,
  };
}

async function put({ database, imported }: MirrorStoreParts, ...entries: readonly ImportedEntry[]): Promise<void> {
  await database.transact(async (transaction) => {
    for (const each of entries) await imported.put(each, transaction);
  });
}

const write = ({ database }: MirrorStoreParts, work: (transaction: Transaction) => Promise<void>) =>
  database.transact(work);

export const mirrorCases: readonly ContractCase<MirrorStoreParts>[] = [
  {
    name: "keep what was sent, and the call for everybody to read",
    check: async (parts) => {
      await put(parts, entry("1", 1000));
      expect(await parts.imported.getMany([id("1"), id("2")])).toEqual(
        new Map([["1", { sent: '{"metaData":{"id":"1"}}' }]]),
      );
      expect((await parts.calls.get(id("1")))?.clientUniqueId).toBe("recorder-1");
      expect(await parts.imported.facts([id("1")])).toEqual(
        new Map([
          [
            "1",
            {
              startedMs: 1000,
              sentDigest: "digest of 1",
              hasTranscript: false,
              hasContent: true,
              asking: { transcript: { count: 0, nextMs: 100 }, content: { count: 0, nextMs: null } },
            },
          ],
        ]),
      );
    },
  },
  {
    name: "replace a call and leave its transcript, and what is known of asking for it",
    check: async (parts) => {
      await put(parts, entry("1", 1000));
      await write(parts, async (transaction) => {
        await parts.calls.setTranscript(id("1"), makeTranscript(["Good morning."]), transaction);
        await parts.imported.setMonologues(
          id("1"),
          [{ sentenceCount: 1, speakerId: null, topic: "Pricing" }],
          transaction,
        );
      });
      await put(parts, entry("1", 2000, { sent: "{}", sentDigest: "another" }));
      expect(await parts.imported.getMany([id("1")])).toEqual(
        new Map([["1", { sent: "{}", monologues: [{ sentenceCount: 1, speakerId: null, topic: "Pricing" }] }]]),
      );
      expect((await parts.calls.getTranscript(id("1")))?.sentences).toHaveLength(1);
      expect((await parts.calls.get(id("1")))?.actualStart.epochMs).toBe(2000);
      const facts = (await parts.imported.facts([id("1")])).get(id("1"));
      expect(facts).toMatchObject({ startedMs: 2000, hasTranscript: true, asking: { transcript: { nextMs: null } } });
      expect(await parts.calls.count()).toBe(1);
    },
  },
  {
    name: "ask again for what a call that has changed is still without, although it was given up",
    check: async (parts) => {
      await put(parts, entry("1", 1000, { hasContent: false, firstAsk: { transcript: 100, content: 100 } }));
      await write(parts, async (transaction) => {
        await parts.imported.setAsking(id("1"), "transcript", { count: 9, nextMs: null }, transaction);
        await parts.imported.setAsking(id("1"), "content", { count: 9, nextMs: null }, transaction);
      });
      expect(await parts.imported.pendingCount()).toBe(0);
      await put(parts, entry("1", 1000, { sentDigest: "another", firstAsk: { transcript: 500, content: null } }));
      expect((await parts.imported.facts([id("1")])).get(id("1"))?.asking).toEqual({
        transcript: { count: 9, nextMs: 500 },
        content: { count: 9, nextMs: null },
      });
      expect(await parts.imported.pendingCount()).toBe(1);
    },
  },
  {
    name: "have transcripts that are here asked for once more, from a time on",
    check: async (parts) => {
      const without = { firstAsk: { transcript: null, content: null } };
      await put(parts, entry("1", 1000, without), entry("2", 2000, without), entry("3", 3000, without));
      await write(parts, async (transaction) => {
        for (const callId of ["1", "2"]) await parts.imported.setMonologues(id(callId), [], transaction);
      });
      await write(parts, async (transaction) => {
        expect(await parts.imported.askTranscriptsAgain({ fromMs: 2000 }, 70, transaction)).toBe(1);
      });
      expect(await parts.imported.waiting("transcript", 80, 9)).toEqual(["2"]);
      // Another version of the call does not take that back.
      await put(parts, entry("2", 2000, { ...without, sentDigest: "another" }));
      expect(await parts.imported.waiting("transcript", 80, 9)).toEqual(["2"]);
      await write(parts, (transaction) => parts.imported.setMonologues(id("2"), [], transaction));
      expect(await parts.imported.waiting("transcript", 80, 9)).toEqual([]);
    },
  },
  {
    name: "take both of two calls that have one client unique id",
    check: async (parts) => {
      const same = (callId: string) => ({ call: makeCall({ id: id(callId), startMs: 1000, clientUniqueId: "one" }) });
      await put(parts, entry("1", 1000, same("1")), entry("2", 1000, same("2")));
      expect(await parts.imported.count({})).toBe(2);
      expect((await parts.calls.getByClientUniqueId("one"))?.id).toBe("1");
    },
  },
  {
    name: "list who waits: those that are due first, newest first, then others to fill a request",
    check: async (parts) => {
      const due = (callId: string, startedMs: number, nextMs: number | null) =>
        entry(callId, startedMs, { firstAsk: { transcript: nextMs, content: null } });
      await put(parts, due("1", 1000, 50), due("2", 4000, 50), due("3", 3000, 900), due("4", 5000, null));
      expect(await parts.imported.waiting("transcript", 60, 3)).toEqual(["2", "1", "3"]);
      expect(await parts.imported.waiting("transcript", 60, 2)).toEqual(["2", "1"]);
      expect(await parts.imported.waitingCount("transcript", 60)).toEqual({ count: 3, dueCount: 2, nextMs: 50 });
      expect(await parts.imported.waitingCount("content", 60)).toEqual({ count: 0, dueCount: 0, nextMs: null });
    },
  },
  {
    name: "count and list calls by their start, with what the transaction has written",
    check: async (parts) => {
      await put(parts, entry("1", 1000), entry("2", 2000), entry("3", 3000));
      expect(await parts.imported.ids({ fromMs: 1000, toMs: 3000 })).toEqual(["1", "2"]);
      expect(await parts.imported.count({ fromMs: 2000 })).toBe(2);
      expect(await parts.imported.middleStartMs({})).toBe(2000);
      expect(await parts.imported.newest(2)).toEqual(["3", "2"]);
      await write(parts, async (transaction) => {
        await parts.imported.put(entry("4", 2500), transaction);
        expect(await parts.imported.count({ fromMs: 2000 }, transaction)).toBe(3);
        expect(await parts.imported.ids({ fromMs: 2000, toMs: 3000 }, transaction)).toEqual(["2", "4"]);
        expect(await parts.imported.count({ fromMs: 2000 })).toBe(2);
      });
    },
  },
  {
    name: "tell calls whose recording is here from those whose is not",
    check: async (parts) => {
      await put(parts, entry("1", 1000), entry("2", 2000), entry("3", 3000));
      const media = { sizeBytes: 700, sha256: "0", contentType: "audio/wav", hasVideo: false };
      await write(parts, (transaction) => parts.calls.setMedia(id("2"), media, transaction));
      expect(await parts.imported.withoutRecording()).toEqual(["3", "1"]);
      const { count, sizeBytes, missing } = await parts.imported.recordings();
      expect([count, sizeBytes, missing.count]).toEqual([1, 700, 2]);
    },
  },
  {
    name: "forget what was sent when the call is removed",
    check: async (parts) => {
      await put(parts, entry("1", 1000));
      await write(parts, (transaction) => parts.calls.remove(id("1"), transaction));
      expect(await parts.imported.count({})).toBe(0);
      expect(await parts.imported.getMany([id("1")])).toEqual(new Map());
    },
  },
  {
    name: "keep how far the mirror is, and nothing of a transaction that fails",
    check: async (parts) => {
      expect(await parts.syncState.read()).toBeUndefined();
      await write(parts, (transaction) => parts.syncState.write("one", transaction));
      const failing = write(parts, async (transaction) => {
        await parts.syncState.write("two", transaction);
        throw new Error("killed");
      });
      await expect(failing).rejects.toThrow("killed");
      expect(await parts.syncState.read()).toBe("one");
    },
  },
  {
    name: "list windows newest first, the wider one in the place of those within it",
    check: async (parts) => {
      const windows = [
        { fromMs: 0, toMs: 10, readMs: 100 },
        { fromMs: 10, toMs: 20, readMs: 100 },
        { fromMs: 20, toMs: 30, readMs: 100 },
      ];
      await write(parts, async (transaction) => {
        for (const window of windows) await parts.syncState.putWindow(window, transaction);
      });
      expect(await parts.syncState.windows()).toEqual([...windows].reverse());
      await write(parts, (transaction) =>
        parts.syncState.putWindow({ fromMs: 10, toMs: 30, readMs: 200 }, transaction),
      );
      expect(await parts.syncState.windows()).toEqual([{ fromMs: 10, toMs: 30, readMs: 200 }, windows[0]]);
    },
  },
];
