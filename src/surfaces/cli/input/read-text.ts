import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { InvalidInputError } from "../../../calls/errors.ts";

const LONGEST_TEXT_BYTES = 16 * 1024 * 1024;

/** @throws InvalidInputError when there is no such file. */
export async function readFileText(path: string): Promise<string> {
  try {
    return await readText(createReadStream(path), path);
  } catch (error) {
    if (!(error instanceof Error && "code" in error) || error instanceof InvalidInputError) throw error;
    const known: Record<string, string> = {
      ENOENT: "does not exist",
      EISDIR: "is a folder",
      EACCES: "may not be read",
    };
    const message = `${known[String(error.code)] ?? `cannot be read (${error.message})`}: ${path}`;
    throw new InvalidInputError([{ parameter: "file", message }], { cause: error });
  }
}

/** @throws InvalidInputError when it is longer than any command text. */
export async function readText(stream: Readable, name: string): Promise<string> {
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    sizeBytes += bytes.length;
    chunks.push(bytes);
    if (sizeBytes <= LONGEST_TEXT_BYTES) continue;
    const message = `must be at most ${LONGEST_TEXT_BYTES} bytes of command text; ${name} has more`;
    throw new InvalidInputError([{ parameter: "file", message }]);
  }
  return Buffer.concat(chunks).toString("utf8");
}
