import { crmRecordReader, type CrmRecordRules } from "../../calls/crm/read-crm-record.ts";
import type { CrmRecord } from "../../calls/crm/crm-object.ts";
import { parseWireJson } from "../../gong-api/wire-json.ts";
import type { CrmLineError, CrmProgress } from "../crm/crm-requests.ts";
import type { FileLine } from "./read-lines.ts";

/** Gong: no more are told. */
const MAX_TOLD_ERRORS = 20;

export const MAX_LINE_BYTES = 1024 * 1024;

/** What some lines of a file come to. */
export interface ReadCrmLines {
  readonly records: readonly CrmRecord[];
  /** Of the whole file until here. */
  readonly progress: CrmProgress;
}

/** Reads lines of objects. An empty line is none, though it counts as a line. */
export function readCrmLines(lines: readonly FileLine[], rules: CrmRecordRules, before: CrmProgress): ReadCrmLines {
  const read = crmRecordReader(rules);
  const records: CrmRecord[] = [];
  const errors: CrmLineError[] = [];
  for (const [index, { bytes }] of lines.entries()) {
    const line = before.doneLines + index + 1;
    const result = parseLine(bytes, line === 1);
    if (result === undefined) continue;
    const outcome = "problem" in result ? result : read(result.value);
    if ("problem" in outcome) errors.push({ line, description: outcome.problem });
    else records.push(outcome.record);
  }
  return {
    records,
    progress: {
      doneBytes: lines.at(-1)?.endByte ?? before.doneBytes,
      doneLines: before.doneLines + lines.length,
      successCount: before.successCount + records.length,
      errorCount: before.errorCount + errors.length,
      errors: [...before.errors, ...errors].slice(0, MAX_TOLD_ERRORS),
    },
  };
}

function parseLine(
  bytes: Uint8Array | undefined,
  isFirst: boolean,
): { value: unknown } | { problem: string } | undefined {
  if (bytes === undefined) return { problem: `Line is longer than ${MAX_LINE_BYTES} bytes` };
  let text: string;
  try {
    // Keeps a byte order mark, which only the first line may have.
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: !isFirst }).decode(bytes);
  } catch {
    return { problem: "Line is not UTF-8" };
  }
  if (text.trim() === "") return undefined;
  try {
    // Only a long number needs the slower reader, which keeps its digits.
    return { value: /\d{16}/.test(text) ? parseWireJson(text) : JSON.parse(text) };
  } catch {
    return { problem: "Line is not valid JSON" };
  }
}
