import { expect } from "vitest";
import type { AuditEntry, AuditLogName } from "../../src/calls/audit-entry.ts";
import { asId, type CallId, type UserId } from "../../src/calls/ids.ts";
import type { AuditLog, AuditPosition } from "../../src/engine/audit/audit-log.ts";
import { type ContractCase, describeCases, type OpenParts } from "./contract-cases.ts";

export interface AuditLogParts extends AsyncDisposable {
  /** A log on the same records, as another process or the next start has it. */
  open(): Promise<AuditLog>;
  /** Everything that is on the disk, as text. */
  onDisk(): Promise<string>;
}

export function describeAuditLogContract(name: string, open: OpenParts<AuditLogParts>): void {
  describeCases(`${name} keeps who did what`, auditLogCases, open);
}

const ann = asId<UserId>("ANNS-USER-ID");
const callId = asId<CallId>("1000000000000000001");

function entry(timeMs: number, changes: Partial<AuditEntry> = {}): AuditEntry {
  return {
    logs: ["AccessLog"],
    timeMs,
    actor: { kind: "key", id: "KEY-A" },
    operation: "listCalls",
    callIds: [],
    request: { id: `r${timeMs}`, verb: "GET", path: "/v2/calls", status: 200, address: "203.0.113.9" },
    ...changes,
  };
}

async function read(log: AuditLog, name: AuditLogName = "AccessLog", fromMs = 0, toMs = 1000) {
  return log.page({ log: name, fromMs, toMs, pageSize: 100 });
}

const times = async (log: AuditLog, ...span: [AuditLogName?, number?, number?]) =>
  (await read(log, ...span)).entries.map(({ timeMs }) => timeMs);

export const auditLogCases: readonly ContractCase<AuditLogParts>[] = [
  {
    name: "gives back what was noted, with everything that was said of it",
    async check({ open }) {
      await using log = await open();
      const played = { start: 10, end: 20, size: 100 };
      const full = entry(5, {
        actor: { kind: "token", id: "APP", userId: ann },
        callIds: [callId],
        played,
        subjectId: "S",
      });
      const bare: AuditEntry = { ...entry(6), actor: { kind: "command-line" }, request: undefined };
      log.note(full);
      log.note(bare);
      const { entries, total } = await read(log);
      expect(total).toBe(2);
      const { logs: _logs, ...same } = full;
      expect(entries[0]).toEqual({ ...same, key: expect.any(Number) });
      expect(entries[1]).toEqual({
        key: expect.any(Number),
        timeMs: 6,
        actor: { kind: "command-line" },
        operation: "listCalls",
        callIds: [],
      });
    },
  },
  {
    name: "shows an entry in each of its logs and in no other, from its time on and before the end",
    async check({ open }) {
      await using log = await open();
      for (const timeMs of [30, 10, 20]) log.note(entry(timeMs, { logs: ["AccessLog", "UserCallPlay"] }));
      log.note(entry(15));
      expect(await times(log)).toEqual([10, 15, 20, 30]);
      expect(await times(log, "UserCallPlay")).toEqual([10, 20, 30]);
      expect(await times(log, "UserCallPlay", 10, 30)).toEqual([10, 20]);
      expect(await times(log, "UserActivityLog")).toEqual([]);
    },
  },
  {
    name: "gives pages that neither double nor drop an entry, those of one moment among them",
    async check({ open }) {
      await using log = await open();
      for (let number = 0; number < 7; number += 1) log.note(entry(50, { operation: `o${number}` }));
      const seen: string[] = [];
      const totals: number[] = [];
      let after: AuditPosition | undefined;
      do {
        const page = await log.page({ log: "AccessLog", fromMs: 0, toMs: 100, pageSize: 3, after });
        seen.push(...page.entries.map(({ operation }) => operation));
        totals.push(page.total);
        after = page.next;
      } while (after);
      expect(seen).toEqual(["o0", "o1", "o2", "o3", "o4", "o5", "o6"]);
      expect(totals).toEqual([7, 7, 7]);
    },
  },
  {
    name: "loses nothing when it is closed",
    async check({ open }) {
      {
        await using log = await open();
        log.note(entry(1));
        log.note(entry(2));
      }
      await using again = await open();
      expect(await times(again)).toEqual([1, 2]);
    },
  },
  {
    name: "is one log for several processes",
    async check({ open }) {
      await using first = await open();
      await using second = await open();
      first.note(entry(1));
      second.note(entry(2));
      await read(first);
      expect(await times(second)).toEqual([1, 2]);
    },
  },
  {
    name: "knows which calls known users listened to and shared in each span, each call once",
    async check({ open }) {
      await using log = await open();
      const [bob, other] = [asId<UserId>("bob"), asId<CallId>("1000000000000000002")];
      const play = (timeMs: number, id: CallId, actor: AuditEntry["actor"]) =>
        log.note(entry(timeMs, { logs: ["AccessLog", "UserCallPlay"], operation: "play-audio", callIds: [id], actor }));
      const share = (timeMs: number, callIds: readonly CallId[], operation = "addUsersAccessToCalls") =>
        log.note(entry(timeMs, { logs: ["AccessLog", "UserActivityLog"], operation, callIds, actor: annsKey }));
      const annsKey = { kind: "key", id: "K", userId: ann } as const;
      play(12, other, annsKey);
      play(10, callId, { kind: "link", userId: ann });
      play(13, callId, annsKey);
      play(20, callId, annsKey);
      play(19, callId, { kind: "key", id: "K", userId: bob });
      play(15, callId, { kind: "key", id: "K" });
      play(15, callId, { kind: "link" });
      share(11, [other, callId]);
      share(12, [callId], "deleteUsersAccessToCalls");
      const spans = [
        { fromMs: 20, toMs: 21 },
        { fromMs: 10, toMs: 20 },
      ];
      const listened = await log.acts({ act: "listened", userIds: [ann], spans });
      expect(listened).toEqual([
        { userId: ann, spanIndex: 1, callId },
        { userId: ann, spanIndex: 1, callId: other },
        { userId: ann, spanIndex: 0, callId },
      ]);
      expect(await log.acts({ act: "shared", userIds: [bob, ann], spans })).toEqual([
        { userId: ann, spanIndex: 1, callId },
        { userId: ann, spanIndex: 1, callId: other },
      ]);
      const actors = (fromMs: number, toMs: number) => log.actors({ fromMs, toMs });
      expect(await actors(14, 20)).toEqual([{ userId: bob, callId }]);
      expect(await actors(12, 13)).toEqual([{ userId: ann, callId: other }]);
      expect((await actors(10, 21)).map(({ userId }) => userId)).toEqual([ann, bob]);
      expect((await actors(11, 12)).map(({ userId }) => userId)).toEqual([ann]);
      expect(await actors(21, 99)).toEqual([]);
    },
  },
  {
    name: "forgets a user and where they were, off the disk, and keeps what was done",
    async check({ open, onDisk }) {
      await using log = await open();
      const actor = { kind: "key", id: "KEY-A", userId: ann } as const;
      log.note(entry(1, { actor }));
      await read(log);
      log.note(entry(2, { actor: { kind: "link", userId: ann } }));
      log.note({ ...entry(3, { actor: { ...actor, userId: asId<UserId>("ANNS-USER-ID-2") } }) });
      await log.forgetUsers([ann], 9);
      const { entries } = await read(log);
      expect(entries.map((each) => ("userId" in each.actor ? each.actor.userId : undefined))).toEqual([
        undefined,
        undefined,
        "ANNS-USER-ID-2",
      ]);
      expect(entries.map(({ request }) => request?.address)).toEqual([undefined, undefined, "203.0.113.9"]);
      expect((await onDisk()).replaceAll("ANNS-USER-ID-2", "")).not.toContain("ANNS-USER-ID");
    },
  },
  {
    name: "forgets a user in what another process has noted and not written yet, and no later act of theirs",
    async check({ open, onDisk }) {
      await using log = await open();
      await using other = await open();
      const actor = { kind: "key", id: "KEY-A", userId: ann } as const;
      const usersIn = async () =>
        (await read(log)).entries.map((each) => ("userId" in each.actor ? each.actor.userId : undefined));
      other.note(entry(4, { actor }));
      await log.forgetUsers([ann], 5);
      await read(other);
      expect(await usersIn()).toEqual([undefined]);
      expect((await read(log)).entries[0]?.request?.address).toBeUndefined();
      expect(await onDisk()).not.toContain("ANNS-USER-ID");
      other.note(entry(6, { actor }));
      await read(other);
      expect(await usersIn()).toEqual([undefined, ann]);
    },
  },
  {
    name: "takes out what is older, in every log",
    async check({ open }) {
      await using log = await open();
      for (const timeMs of [1, 2, 3]) log.note(entry(timeMs, { logs: ["AccessLog", "UserActivityLog"] }));
      await read(log);
      await log.removeBefore(3);
      expect([await times(log), await times(log, "UserActivityLog")]).toEqual([[3], [3]]);
    },
  },
];
