import type { Crm } from "../crm/crm.ts";
import type { Database } from "../database/transaction.ts";

interface CrmFileParts {
  readonly database: Database;
  readonly crm: Pick<Crm, "files" | "requests">;
  readonly clock: () => number;
}

/** No file takes so long to arrive. */
const ABANDONED_MS = 24 * 3_600_000;

/** What a crash left: files of requests that are over, and files that never arrived whole. */
export async function clearCrmFiles(parts: CrmFileParts): Promise<void> {
  const known = new Map((await parts.crm.requests.files()).map(({ fileId, isOver }) => [fileId, isOver]));
  const oldMs = parts.clock() - ABANDONED_MS;
  const useless = (await parts.crm.files.list()).filter(
    ({ fileId, modifiedMs }) => known.get(fileId) ?? modifiedMs < oldMs,
  );
  const over = [...known].flatMap(([fileId, isOver]) => (isOver ? [fileId] : []));
  await removeCrmFiles(parts, [...new Set([...useless.map(({ fileId }) => fileId), ...over])]);
}

export async function removeCrmFiles(
  { database, crm }: Pick<CrmFileParts, "database" | "crm">,
  fileIds: readonly string[],
): Promise<void> {
  if (fileIds.length === 0) return;
  for (const fileId of fileIds) await crm.files.remove(fileId);
  await database.transact((transaction) => crm.requests.forgetFiles(fileIds, transaction));
}
