import { expect } from "vitest";
import { asId, type UserId } from "../../src/calls/ids.ts";
import { enter, find, idsOf, makeQuery, readPages, said, type CallSearchParts } from "./call-search-parts.ts";
import type { ContractCase } from "./contract-cases.ts";
import type { Entry } from "./naive-search.ts";
import { makeCall, makeParty, makeTranscript, MONDAY_MS } from "./sample-calls.ts";

export const pagingCases: readonly ContractCase<CallSearchParts>[] = [
  {
    name: "shows the newest call first, whenever it was added",
    async check(parts) {
      const at = (offsetMs: number): Entry => ({ call: makeCall({ startMs: MONDAY_MS + offsetMs, title: "demo" }) });
      const [middle, newest, oldest] = [at(5000), at(9000), at(-3e12)];
      await enter(parts, middle, newest);
      await enter(parts, oldest);
      const expected = [newest, middle, oldest].map((entry) => entry.call.id);
      expect(await find(parts)).toEqual(expected);
      expect(await find(parts, { keywords: ["demo"] })).toEqual(expected);
    },
  },
  {
    name: "keeps 130 calls of one second apart and finds them by that second alone",
    async check(parts) {
      const before = { call: makeCall({ startMs: MONDAY_MS - 1, title: "demo" }) };
      const after = { call: makeCall({ startMs: MONDAY_MS + 1000, title: "demo" }) };
      const same = Array.from({ length: 130 }, () => ({ call: makeCall({ startMs: MONDAY_MS, title: "demo" }) }));
      await enter(parts, before, after, ...same);
      for (const keywords of [undefined, ["demo"]]) {
        const query = makeQuery({ keywords, fromMs: MONDAY_MS, toMs: MONDAY_MS + 1000, pageSize: 50 });
        const pages = await readPages(parts, query);
        expect(pages.map((page) => page.total)).toEqual(
          Array.from({ length: 3 }, () => ({ value: 130, relation: "eq" })),
        );
        expect(pages.flatMap(idsOf).sort()).toEqual(same.map(({ call }) => call.id).sort());
        expect(await find(parts, { keywords, fromMs: MONDAY_MS + 1000 })).toEqual([after.call.id]);
        expect(await find(parts, { keywords, toMs: MONDAY_MS })).toEqual([before.call.id]);
      }
    },
  },
  {
    name: "cuts date ranges to the millisecond: from is in, to is out",
    async check(parts) {
      const [a, b, c] = [0, 1, 999].map((ms) => ({ call: makeCall({ startMs: MONDAY_MS + ms }) }));
      if (!a || !b || !c) throw new Error("three calls were made");
      await enter(parts, a, b, c);
      expect(await find(parts, { fromMs: MONDAY_MS + 1, toMs: MONDAY_MS + 999 })).toEqual([b.call.id]);
      expect(await find(parts, { fromMs: MONDAY_MS, toMs: MONDAY_MS + 1 })).toEqual([a.call.id]);
      expect(await find(parts, { fromMs: MONDAY_MS + 999 })).toEqual([c.call.id]);
      expect(await find(parts, { fromMs: MONDAY_MS + 5, toMs: MONDAY_MS + 5 })).toEqual([]);
    },
  },
  {
    name: "finds for a user the calls they were on or have access to, with the total of those alone, on every page",
    async check(parts) {
      const [ann, bob] = [asId<UserId>("ann"), asId<UserId>("bob")];
      const on = (userId: UserId): Entry => {
        const call = makeCall({ title: "demo", parties: [makeParty({ userId })] });
        return { call, transcript: makeTranscript(["The price is fair."]) };
      };
      const [own, others] = [
        [on(ann), on(ann), on(ann)],
        [on(bob), on(bob)],
      ];
      await enter(parts, ...own, ...others);
      const granted = others[0]?.call.id ?? asId("0");
      const access = [{ callId: granted, userIds: [ann] }];
      await parts.database.transact((transaction) => parts.callAccess.grant(access, transaction));
      const seen = [...own.map(({ call }) => call.id), granted].toSorted();
      for (const given of [{}, { keywords: ["price"] }, { keywords: ["price"], sort: "relevance" }] as const) {
        const pages = await readPages(parts, makeQuery({ ...given, visibleTo: ann, pageSize: 3 }));
        expect(pages.map(({ total }) => total.value)).toEqual([4, 4]);
        expect(pages.flatMap(idsOf).toSorted()).toEqual(seen);
      }
      await parts.database.transact((transaction) => parts.callAccess.revoke(access, transaction));
      expect((await find(parts, { visibleTo: ann })).length).toBe(3);
      const [mine] = own;
      if (mine === undefined) throw new Error("three calls were made");
      const left = { ...mine.call, parties: [makeParty({ userId: bob })] };
      await parts.database.transact((transaction) => parts.calls.edit(left, undefined, transaction));
      expect((await find(parts, { visibleTo: ann })).length).toBe(2);
      expect((await find(parts, { visibleTo: bob })).length).toBe(3);
    },
  },
  {
    name: "forgets what a call said before it was put again, or removed, also in totals",
    async check(parts) {
      const { database, search } = parts;
      const entry = said("old words");
      const other = said("old friends");
      await enter(parts, entry, other);
      const total = async (keywords: string[]) =>
        (await search.search(makeQuery({ keywords, pageSize: 1 }))).total.value;
      expect(await total(["old"])).toBe(2);
      await database.transact((transaction) =>
        search.put(entry.call, makeTranscript(["new words"]), undefined, transaction),
      );
      expect([await total(["old"]), await total(["new"]), await total(["word"])]).toEqual([1, 1, 1]);
      const moved = { ...entry.call, actualStart: { epochMs: MONDAY_MS + 60_000, offsetMinutes: 0 } };
      await database.transact((transaction) => search.put(moved, undefined, undefined, transaction));
      expect(await find(parts, { fromMs: MONDAY_MS + 60_000 })).toEqual([entry.call.id]);
      expect(await find(parts, { toMs: MONDAY_MS + 1 })).toEqual([other.call.id]);
      await database.transact(async (transaction) => {
        await search.remove(entry.call.id, transaction);
        await search.remove(asId("404"), transaction);
      });
      expect(await find(parts)).toEqual([other.call.id]);
      expect(await total(["word"])).toBe(0);
    },
  },
  {
    name: "knows a call's status and length as they change, without being told again",
    async check(parts) {
      const entry = said("hello");
      await enter(parts, entry);
      const { id } = entry.call;
      expect(await find(parts, { statuses: ["Processing", "Failed"] })).toEqual([id]);
      expect(await find(parts, { minDurationMs: 0 })).toEqual([]);
      const audio = { durationMs: 90_000, channelCount: 2, isDualMono: false, codec: "pcm", sampleRateHz: 8000 };
      const media = { sizeBytes: 1, sha256: "", contentType: "audio/wav", hasVideo: false, audio };
      await parts.database.transact(async (transaction) => {
        await parts.calls.setProcessing(id, { status: "Completed", warnings: [] }, transaction);
        await parts.calls.setMedia(id, media, transaction);
      });
      expect(await find(parts, { statuses: ["Processing", "Failed"] })).toEqual([]);
      expect(await find(parts, { statuses: ["Completed"], minDurationMs: 90_000, maxDurationMs: 90_000 })).toEqual([
        id,
      ]);
      expect(await find(parts, { keywords: ["hello"], minDurationMs: 90_001 })).toEqual([]);
    },
  },
  {
    name: "shows nothing of a transaction that is not committed",
    async check(parts) {
      const entry = said("secret");
      const failing = parts.database.transact(async (transaction) => {
        await parts.search.put(entry.call, entry.transcript, undefined, transaction);
        expect(await find(parts, { keywords: ["secret"] })).toEqual([]);
        throw new Error("no");
      });
      await expect(failing).rejects.toThrow("no");
      expect(await find(parts)).toEqual([]);
    },
  },
  {
    name: "neither doubles nor drops a call while others are added, whichever the order",
    async check(parts) {
      const demo = (startMs: number, repeats: number): Entry => ({
        call: makeCall({ startMs, title: "call" }),
        transcript: makeTranscript([`${"demo ".repeat(repeats)}and nothing else`]),
      });
      const first = Array.from({ length: 30 }, (_, i) => demo(MONDAY_MS + i * 60_000, (i % 7) + 1));
      await enter(parts, ...first);
      for (const sort of ["recency", "relevance"] as const) {
        const query = makeQuery({ keywords: ["demo"], sort, pageSize: 4 });
        const pages = [await parts.search.search(query)];
        for (let cursor = pages[0]?.cursor, i = 0; cursor !== undefined; cursor = pages.at(-1)?.cursor, i += 1) {
          if (pages.length > 60) throw new Error("The pages do not end");
          await enter(
            parts,
            demo(MONDAY_MS + 90e6 + i * 1000, 40),
            demo(MONDAY_MS + i * 90_000 + 500, 9),
            said("other words"),
          );
          pages.push(await parts.search.search({ ...query, cursor }));
        }
        const shown = pages.flatMap(idsOf);
        expect(new Set(shown).size, sort).toBe(shown.length);
        expect(shown, sort).toEqual(expect.arrayContaining(first.map(({ call }) => call.id)));
        expect(pages.every((page) => page.total.value === pages[0]?.total.value)).toBe(true);
      }
    },
  },
  {
    name: "refuses a cursor of another query, and what is no cursor",
    async check(parts) {
      await enter(parts, said("demo one"), said("demo two"));
      const query = makeQuery({ keywords: ["demo"], pageSize: 1 });
      const { cursor } = await parts.search.search(query);
      if (cursor === undefined) throw new Error("There is a second page");
      const accepted = await parts.search.search({ ...query, cursor, pageSize: 2, matchesPerCall: 2 });
      expect(accepted.hits).toHaveLength(1);
      const wrong = [
        { ...query, cursor, keywords: ["two"] },
        { ...query, cursor, sort: "relevance" as const },
        { ...query, cursor, fromMs: 0 },
        { ...query, cursor: "" },
        { ...query, cursor: "2" },
        { ...query, cursor: `${cursor}A` },
        { ...query, cursor: cursor.slice(1) },
        { ...query, cursor: "0".repeat(5000) },
      ];
      for (const each of wrong) {
        await expect(parts.search.search(each), each.cursor).rejects.toMatchObject({
          problems: [{ parameter: "cursor" }],
        });
      }
    },
  },
  {
    name: "counts exactly up to 10,000 and says so where there are more, by relevance with titles first all the same",
    async check(parts) {
      const demo = makeParty({ name: "Demo" });
      const putMany = (count: number) =>
        parts.database.transact(async (transaction) => {
          for (let minute = 1; minute <= count; minute += 1) {
            const call = makeCall({ startMs: MONDAY_MS + minute * 60_000, parties: [demo] });
            await parts.search.put(call, undefined, undefined, transaction);
          }
        });
      const totals = async () => {
        const queries = [{}, { keywords: ["demo"] }, { keywords: ["demo"], sort: "relevance" as const }];
        return Promise.all(queries.map(async (given) => (await parts.search.search(makeQuery(given))).total));
      };
      await putMany(10_000);
      expect(await totals()).toEqual(Array.from({ length: 3 }, () => ({ value: 10_000, relation: "eq" })));
      const titled = { call: makeCall({ title: "Demo" }) };
      await enter(parts, titled);
      expect(await totals()).toEqual(Array.from({ length: 3 }, () => ({ value: 10_000, relation: "gte" })));
      const byRelevance = (page: number) =>
        parts.search.search(makeQuery({ page, sort: "relevance", keywords: ["demo"] }));
      expect(idsOf(await byRelevance(1))[0]).toBe(titled.call.id);
      const last = await byRelevance(1001);
      expect(last.hits).toHaveLength(1);
      expect(last.cursor).toBeUndefined();
    },
  },
  {
    name: "answers an empty page beyond the end, with the total",
    async check(parts) {
      await enter(parts, said("demo"));
      for (const sort of ["recency", "relevance"] as const) {
        const page = await parts.search.search(makeQuery({ keywords: ["demo"], page: 7, sort }));
        expect(page).toEqual({ hits: [], total: { value: 1, relation: "eq" } });
      }
    },
  },
];
