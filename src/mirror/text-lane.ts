import { importCalls } from "../engine/importing/import-calls.ts";
import { importTranscripts, noteAsked } from "../engine/importing/import-transcripts.ts";
import { askForCalls, askForTranscripts } from "./ask-tenant.ts";
import type { MirrorParts } from "./mirror-parts.ts";
import type { Step } from "./page-lane.ts";
import { askAgainAt, PAGE_SIZE } from "./sync-plan.ts";

/**
 * What is to be done next about transcripts and content that calls were seen without. While more calls come, only requests that are full; a
 * request that has room takes along calls whose time has not come.
 */
export async function nextTextStep(parts: MirrorParts, doMoreCallsCome: boolean): Promise<Step | undefined> {
  const nowMs = parts.clock();
  const transcripts = await parts.imported.waitingCount("transcript", nowMs);
  if (transcripts.dueCount >= (doMoreCallsCome ? PAGE_SIZE : 1)) return () => readTranscripts(parts, nowMs);
  const contents = await parts.imported.waitingCount("content", nowMs);
  if (contents.dueCount >= (doMoreCallsCome ? PAGE_SIZE : 1)) return () => readContents(parts, nowMs);
  return undefined;
}

async function readTranscripts(parts: MirrorParts, nowMs: number): Promise<void> {
  const ids = await parts.imported.waiting("transcript", nowMs, PAGE_SIZE);
  const sent = await askForTranscripts(parts.api, ids);
  const askAgain = askAgainAt(parts.clock());
  await parts.database.transact((transaction) => importTranscripts(parts, ids, sent, askAgain, transaction));
}

async function readContents(parts: MirrorParts, nowMs: number): Promise<void> {
  const ids = await parts.imported.waiting("content", nowMs, PAGE_SIZE);
  const sent = await askForCalls(parts.api, ids);
  const askAgain = askAgainAt(parts.clock());
  await parts.database.transact(async (transaction) => {
    const { analysedIds } = await importCalls(parts, sent, askAgain, transaction);
    const lacking = ids.filter((id) => !analysedIds.has(id));
    await noteAsked(parts, "content", lacking, askAgain, transaction);
  });
}
