import { resolve } from "node:path";
import { InterruptedError } from "../cli-errors.ts";
import type { ImportedLibrary, LibraryImport } from "../host/files.ts";
import type { ProgramContext } from "../program-context.ts";
import { makeLateCountView } from "../progress/count-view.ts";
import { allowExtras, refuseExtras } from "./refuse-extras.ts";

/** `tamtam import <folder>`: calls from files, without anybody's server. */
export function addImportCommand(context: ProgramContext): void {
  const command = allowExtras(context.program.command("import"))
    .argument("<folder>", "Folder with JSON files, in it or below; or one such file")
    .summary("Bring calls and transcripts from a folder of files into the library")
    .description(
      "Brings calls into the library from files: what tamtam export wrote, or answers of Gong's API that somebody kept (calls/extensive, " +
        "calls/transcript, users). Doing it again adds nothing.",
    )
    .option("--skip-broken", "Leave out files that cannot be read, instead of importing nothing");
  command.action(async (folder: string) => {
    refuseExtras(command);
    const mayLeaveOut = command.opts<{ readonly skipBroken?: true }>().skipBroken === true;
    await importCalls(context, { folder: resolve(context.options.io.cwd, folder), mayLeaveOut });
  });
}

async function importCalls({ options, output }: ProgramContext, order: LibraryImport): Promise<void> {
  const { host, io } = options;
  const { onProgress, end } = makeLateCountView("Calls", io);
  const { isComplete, ...imported } = await host.importLibrary(order, { signal: io.signal, onProgress }).finally(end);
  if (!isComplete) {
    throw new InterruptedError(`interrupted. ${describe(imported)} The same command brings the rest.`);
  }
  await output().answer({ folder: order.folder, ...imported }, () => describe(imported));
}

/** Of more, the number says enough. */
const NAMED_FILES = 5;

function describe(imported: Omit<ImportedLibrary, "isComplete">): string {
  const { calls, transcripts, media, leftOut, skipped, ignored } = imported;
  const recordings = media > 0 ? `, ${media} with the recording` : "";
  const homeless = leftOut.map((what) => `\nLeft out ${what}.`).join("");
  const files = skipped.map(({ path, reason }) => `\nLeft out ${path}: ${reason}`).join("");
  const others = ignored.length > NAMED_FILES ? ` and ${ignored.length - NAMED_FILES} more` : "";
  const foreign =
    ignored.length > 0 ? `\nNothing to import in ${ignored.slice(0, NAMED_FILES).join(", ")}${others}.` : "";
  return (
    `Calls added: ${calls.added}, changed: ${calls.changed}, here as they are: ${calls.present}; ` +
    `${transcripts} with a transcript${recordings}.${homeless}${files}${foreign}`
  );
}
