import { createHash } from "node:crypto";
import { setImmediate as nextTick } from "node:timers/promises";
import type { Call } from "../../calls/call.ts";
import { asId, type CallId } from "../../calls/ids.ts";
import { analysisOfTenant, callOfTenant, transcriptOfTenant } from "../../gong-api/parse/parse-tenant-call.ts";
import { presentTenantTranscript } from "../../gong-api/present/present-tenant-call.ts";
import {
  readTenantCall,
  readTenantCalls,
  type TenantCall,
  type TenantMonologue,
  type UnreadableCall,
} from "../../gong-api/tenant-call.ts";
import type { Transaction } from "../database/transaction.ts";
import type { ImportedCall } from "../store/imported-call-store.ts";
import type { AskAgain, ImportParts } from "./import-parts.ts";

export interface ImportedCalls {
  /** Each once, those that cannot be read too. */
  readonly callIds: readonly CallId[];
  /** Those that are not here in a version that could be read. */
  readonly unreadable: readonly UnreadableCall[];
  /** Those of them whose content had been computed when they were sent. */
  readonly analysedIds: ReadonlySet<CallId>;
  readonly addedCount: number;
  readonly changedCount: number;
}

/**
 * Takes calls in by their ids, as `POST /v2/calls/extensive` sends them: new ones are entered, others replaced, and what has not changed is
 * not written again. One that cannot be read is passed over: the others do not wait for it. What is known of them must not change meanwhile, so it is read while the transaction keeps other writers away.
 */
export async function importCalls(
  parts: ImportParts,
  sent: readonly unknown[],
  askAgain: AskAgain,
  transaction: Transaction,
): Promise<ImportedCalls> {
  const { calls, unreadable } = readTenantCalls(sent);
  const tenants = new Map(calls.map((tenant) => [asId<CallId>(tenant.metaData.id), tenant]));
  const callIds = [...new Set([...tenants.keys(), ...unreadable.map(({ id }) => asId<CallId>(id))])];
  const facts = await parts.imported.facts(callIds);
  let [addedCount, changedCount] = [0, 0];
  for (const [id, tenant] of tenants) {
    const known = facts.get(id);
    const { text, digest } = textOf(tenant);
    if (known?.sentDigest === digest) continue;
    // Taking a call in is work without waiting; here the rest of the process has its turn, such as the next request, whose time must not pass.
    await nextTick();
    if (known === undefined) addedCount += 1;
    else changedCount += 1;
    const call = callOfTenant(tenant);
    const before = (await parts.imported.getMany([id])).get(id);
    await enter(parts, { tenant, call, text, digest }, askAgain, transaction);
    await writeTalk(parts, { tenant, call, monologues: await readMonologues(parts, id, before) }, transaction);
    if (before?.monologues && voicesIn(before.sent) !== voicesIn(text)) {
      const nextMs = askAgain("transcript", { startedMs: call.actualStart.epochMs, askedCount: 0 });
      await parts.imported.setAsking(id, "transcript", { count: 0, nextMs }, transaction);
    }
  }
  const analysed = [...tenants].filter(([, tenant]) => isAnalysed(tenant));
  return {
    callIds,
    unreadable: unreadable.filter(({ id }) => !facts.has(asId<CallId>(id))),
    analysedIds: new Set(analysed.map(([id]) => id)),
    addedCount,
    changedCount,
  };
}

/** Who is heard under which voice. Where that has changed, so has the transcript, of which Gong does not tell. */
function voicesIn(text: string): string {
  const { parties } = readTenantCall(JSON.parse(text));
  return JSON.stringify((parties ?? []).map(({ id, speakerId }) => `${id ?? ""} ${speakerId ?? ""}`).sort());
}

/** What trackers found is in what the tenant sent; looking for them here, too, would only be another opinion. */
const tenantsOwn = { revision: Number.MAX_SAFE_INTEGER, hits: [] };

interface SentCall {
  readonly tenant: TenantCall;
  readonly call: Call;
  readonly text: string;
  readonly digest: string;
}

async function enter(parts: ImportParts, sent: SentCall, askAgain: AskAgain, transaction: Transaction): Promise<void> {
  const { tenant, call, text, digest } = sent;
  const startedMs = call.actualStart.epochMs;
  const hasContent = isAnalysed(tenant);
  const firstAsk = {
    transcript: askAgain("transcript", { startedMs, askedCount: 0 }),
    content: hasContent ? null : askAgain("content", { startedMs, askedCount: 0 }),
  };
  await parts.imported.put({ call, startedMs, sent: text, sentDigest: digest, hasContent, firstAsk }, transaction);
  await rememberUsers(parts, call, transaction);
}

/** What the tenant says of its users wins over what calls say; those it does not list are known from their calls alone. */
async function rememberUsers(parts: ImportParts, call: Call, transaction: Transaction): Promise<void> {
  for (const { userId, name, emailAddress, phoneNumber } of call.parties) {
    if (userId === undefined) continue;
    await parts.users.add({ id: userId, name, emailAddress, phoneNumber, createdMs: call.createdMs }, transaction);
  }
}

/** What is known to have been said, as it was sent. */
export async function readMonologues(
  parts: Pick<ImportParts, "calls">,
  id: CallId,
  imported: ImportedCall | undefined,
): Promise<readonly TenantMonologue[] | undefined> {
  const shapes = imported?.monologues;
  const transcript = shapes && (await parts.calls.getTranscript(id));
  return transcript && presentTenantTranscript(id, transcript, shapes).transcript;
}

/** Enters what was said, as far as it is known, and the call into the index. */
export async function writeTalk(
  parts: Pick<ImportParts, "calls" | "search" | "trackerHits">,
  {
    tenant,
    call,
    monologues,
  }: Pick<SentCall, "tenant" | "call"> & { monologues: readonly TenantMonologue[] | undefined },
  transaction: Transaction,
): Promise<void> {
  const transcript = monologues && transcriptOfTenant(call, monologues);
  const analysis = analysisOfTenant(call, tenant, monologues ?? []);
  if (transcript) await parts.calls.setTranscript(call.id, transcript, transaction);
  await parts.calls.setAnalysis(call.id, analysis, transaction);
  await parts.trackerHits.put(call.id, tenantsOwn, transaction);
  await parts.search.put(call, transcript, analysis, transaction);
}

/** Gong: links to recordings are new with every answer and work for hours only. */
function textOf(tenant: TenantCall): { readonly text: string; readonly digest: string } {
  const text = JSON.stringify({ ...tenant, media: undefined });
  return { text, digest: createHash("sha256").update(text).digest("base64url") };
}

/** Gong: blocks that are not computed yet are absent; trackers are there from the beginning, without a hit. */
function isAnalysed({ content, interaction }: TenantCall): boolean {
  const { trackers: _, ...found } = content ?? {};
  return [...Object.values(found), interaction?.interactionStats].some(
    (block) => (Array.isArray(block) || typeof block === "string") && block.length > 0,
  );
}
