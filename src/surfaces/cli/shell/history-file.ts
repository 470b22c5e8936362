import { appendFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

const LINES_KEPT = 1000;

/** Lines typed earlier, newest first as `node:readline` wants them. A long file is cut to its newest lines. */
export async function readHistory(file: string): Promise<string[]> {
  const lines = (await readIfThere(file)).split("\n").filter((line) => line !== "");
  const kept = lines.slice(-LINES_KEPT);
  if (lines.length > kept.length) await writeFile(file, `${kept.join("\n")}\n`, { mode: 0o600 });
  return kept.reverse();
}

/** Only its owner may read the file: calls have names in them. */
export async function addToHistory(file: string, line: string): Promise<void> {
  if (line.trim() === "") return;
  await mkdir(dirname(file), { recursive: true });
  await appendFile(file, `${line}\n`, { mode: 0o600 });
}

async function readIfThere(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
    throw error;
  }
}
