import { setImmediate as nextTick } from "node:timers/promises";
import { asId, type CallId } from "../../calls/ids.ts";
import { callOfTenant } from "../../gong-api/parse/parse-tenant-call.ts";
import { readMonologuesOrNone, readTenantCall, type TenantMonologue } from "../../gong-api/tenant-call.ts";
import type { Transaction } from "../database/transaction.ts";
import type { AwaitedPart } from "../store/imported-call-store.ts";
import { readMonologues, writeTalk } from "./import-calls.ts";
import type { AskAgain, ImportParts } from "./import-parts.ts";

interface SentTranscript {
  readonly callId: string;
  readonly transcript: unknown;
}

/**
 * Takes in what was answered when the transcripts of these calls were asked for. Calls without one are asked for again later.
 * @returns how many had one
 */
export async function importTranscripts(
  parts: ImportParts,
  askedIds: readonly CallId[],
  sent: readonly SentTranscript[],
  askAgain: AskAgain,
  transaction: Transaction,
): Promise<number> {
  const spoken = new Map(
    sent.map(({ callId, transcript }) => [asId<CallId>(callId), readMonologuesOrNone(transcript)]),
  );
  const imported = await parts.imported.getMany(askedIds);
  const silentIds = new Set(askedIds);
  for (const [id, { sent: text }] of imported) {
    const monologues = spoken.get(id) ?? [];
    if (monologues.every(({ sentences }) => sentences.length === 0)) continue;
    silentIds.delete(id);
    if (isSame(monologues, await readMonologues(parts, id, imported.get(id)))) {
      await parts.imported.setAsking(id, "transcript", { count: 0, nextMs: null }, transaction);
      continue;
    }
    // As with calls: a request may be due meanwhile.
    await nextTick();
    const tenant = readTenantCall(JSON.parse(text));
    await writeTalk(parts, { tenant, call: callOfTenant(tenant), monologues }, transaction);
    const shapes = monologues.map(({ sentences, speakerId, topic }) => ({
      sentenceCount: sentences.length,
      speakerId: speakerId ?? null,
      topic: topic ?? null,
    }));
    await parts.imported.setMonologues(id, shapes, transaction);
  }
  await noteAsked(parts, "transcript", [...silentIds], askAgain, transaction);
  return imported.size - [...silentIds].filter((id) => imported.has(id)).length;
}

function isSame(after: readonly TenantMonologue[], before: readonly TenantMonologue[] | undefined): boolean {
  if (before === undefined) return false;
  const said = (monologues: readonly TenantMonologue[]) =>
    JSON.stringify(
      monologues.map(({ speakerId, topic, sentences }) => [
        speakerId ?? null,
        topic ?? null,
        sentences.map(({ start, end, text }) => [Math.round(start), Math.round(end), text]),
      ]),
    );
  return said(after) === said(before);
}

/** Counts a try to get a part of calls that had none. */
export async function noteAsked(
  parts: Pick<ImportParts, "imported">,
  part: AwaitedPart,
  ids: readonly CallId[],
  askAgain: AskAgain,
  transaction: Transaction,
): Promise<void> {
  for (const [id, { asking, startedMs, hasTranscript }] of await parts.imported.facts(ids)) {
    const count = asking[part].count + 1;
    // A transcript that was here before stays when the tenant has none any more.
    const isHere = part === "transcript" && hasTranscript;
    const nextMs = isHere ? null : askAgain(part, { startedMs, askedCount: count });
    await parts.imported.setAsking(id, part, { count, nextMs }, transaction);
  }
}
