import { resolve } from "node:path";
import { type InputProblem, InvalidInputError } from "../../../calls/errors.ts";
import { isDateTime } from "../../../gong-api/company-time.ts";
import { InterruptedError } from "../cli-errors.ts";
import { exitCodes } from "../exit-codes.ts";
import { type ExportedLibrary, type LibraryExport, transcriptTexts } from "../host/files.ts";
import type { ProgramContext } from "../program-context.ts";
import { makeLateCountView } from "../progress/count-view.ts";
import { allowExtras, refuseExtras } from "./refuse-extras.ts";

interface ExportOptions {
  readonly fromDate?: string;
  readonly toDate?: string;
  readonly formats: string;
  readonly media?: true;
}

/** `tamtam export <folder>`: the calls of a connection as files. */
export function addExportCommand(context: ProgramContext): void {
  const command = allowExtras(context.program.command("export"))
    .argument("<folder>", "Folder to make; there must be nothing in it yet but an export that lacks recordings")
    .summary("Write calls and transcripts into a folder of files")
    .description(
      "Writes every processed call with its transcript into a new folder: JSON in Gong's own shapes, a CSV of the calls, and captions " +
        "(VTT, SRT) and CSV of each transcript. tamtam import reads it back. Recordings that could not be had are asked for alone by the same command.",
    )
    .option("--from-date <time>", "Calls that started at this time or later: ISO 8601 with an offset, or a date")
    .option("--to-date <time>", "Calls that started before this time")
    .option("--formats <list>", `Of transcripts, beside JSON: ${transcriptTexts.join(", ")}`, transcriptTexts.join(","))
    .option("--media", "With the recordings");
  command.action(async (folder: string) => {
    refuseExtras(command);
    await exportCalls(context, readOrder(context, folder, command.opts<ExportOptions>()));
  });
}

async function exportCalls({ options, output, finish }: ProgramContext, order: LibraryExport): Promise<void> {
  const { host, io } = options;
  const { onProgress, end } = makeLateCountView("Calls", io);
  const exported = await host.exportLibrary(order, { signal: io.signal, onProgress }).finally(end);
  if (!exported) {
    throw new InterruptedError(
      "interrupted; nothing was kept of a new export, and of one that recordings were missing in, what it has now.",
    );
  }
  await output().answer({ folder: order.folder, ...exported }, () => describe(order, exported));
  if (exported.missing.length > 0) finish(exitCodes.tryLater);
}

function describe({ folder }: LibraryExport, { calls, transcripts, media, missing }: ExportedLibrary): string {
  const recordings = media > 0 ? `, ${media} with the recording` : "";
  return `${calls} ${calls === 1 ? "call" : "calls"} in ${folder}, ${transcripts} with a transcript${recordings}.${describeMissing(missing)}`;
}

/** Of more, the number says enough. */
const NAMED_CALLS = 5;

function describeMissing(missing: ExportedLibrary["missing"]): string {
  if (missing.length === 0) return "";
  const named = missing.slice(0, NAMED_CALLS).map(({ callId, reason }) => `\n  ${callId}: ${reason}`);
  const others = missing.length > NAMED_CALLS ? `\n  and ${missing.length - NAMED_CALLS} more` : "";
  const count = missing.length === 1 ? "1 recording" : `${missing.length} recordings`;
  return `\n${count} could not be had; the same command brings what is missing:${named.join("")}${others}`;
}

/** @throws InvalidInputError with everything that is wrong */
function readOrder({ options, connection }: ProgramContext, folder: string, given: ExportOptions): LibraryExport {
  const formats = given.formats.split(/[\s,]+/).filter((format) => format !== "");
  const problems: InputProblem[] = [
    ...timeProblem("--from-date", given.fromDate),
    ...timeProblem("--to-date", given.toDate),
    ...formats
      .filter((format) => !isText(format))
      .map((format) => ({
        parameter: "--formats",
        message: `must be some of ${transcriptTexts.join(", ")}, with commas between; got "${format}"`,
      })),
  ];
  if (problems.length > 0) throw new InvalidInputError(problems);
  return {
    folder: resolve(options.io.cwd, folder),
    connection: connection(),
    fromDateTime: given.fromDate,
    toDateTime: given.toDate,
    formats: formats.filter(isText),
    includeMedia: given.media === true,
  };
}

function isText(format: string): format is (typeof transcriptTexts)[number] {
  return transcriptTexts.some((known) => known === format);
}

function timeProblem(parameter: string, text: string | undefined): InputProblem[] {
  if (text === undefined || isDateTime(text)) return [];
  return [{ parameter, message: `must be a date, or ISO 8601 with an offset; got "${text}"` }];
}
