import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** A journal may be gone between the listing and the reading; then nothing of it is on the disk. */
async function readIfThere(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return Buffer.alloc(0);
    throw error;
  }
}

/** The sought texts that stand in any file of a folder, in UTF-8 or UTF-16, whatever their case. */
export async function foundOnDisk(folder: string, texts: readonly string[]): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const bytes = Buffer.concat(await Promise.all(files.map(readIfThere)));
  const content = bytes.toString("latin1").toLowerCase();
  return texts.filter((text) => {
    const forms = [Buffer.from(text.toLowerCase(), "utf8"), Buffer.from(text.toLowerCase(), "utf16le")];
    return forms.some((form) => content.includes(form.toString("latin1")));
  });
}
