import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseWireJson } from "../gong-api/wire-json.ts";
import { type ArchiveAbout, readAbout } from "./archive-about.ts";
import { archiveLayout } from "./archive-layout.ts";

/** What an export has written about itself; nothing of a folder that is not, or not readably, one. */
export async function readAboutOf(folder: string): Promise<ArchiveAbout | undefined> {
  try {
    const parsed: unknown = parseWireJson(await readFile(join(folder, archiveLayout.about), "utf8"));
    return typeof parsed === "object" && parsed !== null ? readAbout(parsed)[0] : undefined;
  } catch {
    // Whatever else is there is something that an export does not write into.
    return undefined;
  }
}
