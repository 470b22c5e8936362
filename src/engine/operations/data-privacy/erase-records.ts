import type { CallId, UserId } from "../../../calls/ids.ts";
import type { Database } from "../../database/transaction.ts";
import { type MediaStore, removeAllMedia } from "../../media/media-store.ts";
import type { JobQueue } from "../../queue/job-queue.ts";
import type { CallSearch } from "../../search/call-search.ts";
import type { CallStore, UserDirectory } from "../../store/call-store.ts";
import { isPerson, type Person } from "../../../calls/personal-data.ts";
import type { Crm } from "../../crm/crm.ts";
import type { AuditLog } from "../../audit/audit-log.ts";
import type { ErasureLog } from "../../store/erasure-log.ts";

export interface EraserParts {
  readonly database: Database;
  readonly calls: CallStore;
  readonly users: UserDirectory;
  readonly search: CallSearch;
  readonly queue: JobQueue;
  readonly media: MediaStore;
  readonly erasures: ErasureLog;
  readonly auditLog: AuditLog;
  readonly crm: Crm;
  readonly clock: () => number;
}

/** So long a worker that died may have left something of a call: none works on one stage longer. */
const REMEMBERED_MS = 24 * 3_600_000;

export interface Eraser {
  /** Calls with all that belongs to them, users, and what a CRM sent of somebody. When it resolves they are off the disk. */
  erase(callIds: readonly CallId[], userIds?: readonly UserId[], person?: Person): Promise<void>;
  /** Does what a crash kept earlier erasures from doing. Cheap when there is nothing to do. */
  finish(): Promise<void>;
}

export function createEraser(parts: EraserParts): Eraser {
  let last: Promise<void> = Promise.resolve();
  // One after the other, so that what one of them scrubs is scrubbed for all that were noted before.
  const finish = () => {
    const mine = last.then(() => finishErasing(parts));
    last = mine.catch(() => undefined);
    return mine;
  };
  return {
    erase: async (callIds, userIds = [], person) => {
      // Before they are out of the directory: done again, it would not be known any more whom to forget.
      await parts.auditLog.forgetUsers(userIds, parts.clock());
      if (callIds.length + userIds.length > 0) await takeOut(parts, callIds, userIds);
      if (person) await takeOutOfCrm(parts, person);
      await finish();
    },
    finish,
  };
}

/** A call whose job is gone is not worked on any more: a worker that was busy with it may not commit what it found. */
async function takeOut(parts: EraserParts, callIds: readonly CallId[], userIds: readonly UserId[]): Promise<void> {
  await parts.database.transact(async (transaction) => {
    for (const callId of callIds) {
      await parts.queue.removeFor(callId, transaction);
      await parts.search.remove(callId, transaction);
      await parts.calls.remove(callId, transaction);
    }
    for (const userId of userIds) await parts.users.remove(userId, transaction);
    await parts.erasures.note(callIds, parts.clock(), transaction);
  });
}

/** Where nothing is left of somebody, too, there is something to scrub: what was deleted or replaced before is in free pages. */
async function takeOutOfCrm({ database, crm, erasures, clock }: EraserParts, person: Person): Promise<void> {
  await database.transact(async (transaction) => {
    await crm.objects.removePerson(person, transaction);
    await crm.integrations.forgetOwner((emailAddress) => isPerson({ emailAddress }, person), transaction);
    await erasures.note([], clock(), transaction);
  });
}

async function finishErasing(parts: EraserParts): Promise<void> {
  const erasures = await parts.erasures.list();
  for (const callId of erasures.flatMap(({ callIds }) => callIds)) {
    // A seed may have made the call again since, under the same id.
    if ((await parts.calls.get(callId)) === undefined) await removeAllMedia(parts.media, callId);
  }
  const unscrubbed = erasures.filter(({ isScrubbed }) => !isScrubbed);
  const old = erasures.filter(({ isScrubbed, erasedMs }) => isScrubbed && erasedMs < parts.clock() - REMEMBERED_MS);
  if (unscrubbed.length > 0) {
    await parts.search.dropRemoved();
    await parts.database.scrub();
  }
  if (unscrubbed.length + old.length === 0) return;
  await parts.database.transact(async (transaction) => {
    await parts.erasures.setScrubbed(keysOf(unscrubbed), transaction);
    await parts.erasures.forget(keysOf(old), transaction);
  });
}

function keysOf(erasures: readonly { readonly key: number }[]): readonly number[] {
  return erasures.map(({ key }) => key);
}
