import { InvalidInputError } from "../../calls/errors.ts";
import { RequestError } from "./request-error.ts";

const MAX_BODY_MB = 5;
const MAX_BODY_BYTES = MAX_BODY_MB * 1024 * 1024;

/** The body as text, read from the request or from where its bytes are. @throws RequestError, InvalidInputError */
export async function readBody(
  request: Request,
  source: AsyncIterable<Uint8Array> | null = request.body,
): Promise<string> {
  requireIdentityEncoding(request);
  if (Number(request.headers.get("Content-Length")) > MAX_BODY_BYTES) throw tooLarge();
  const bytes = await readBytes(source);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw new InvalidInputError([{ parameter: "body", message: "is not UTF-8; send it in that encoding" }], {
      cause: error,
    });
  }
}

async function readBytes(source: AsyncIterable<Uint8Array> | null): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  try {
    for await (const chunk of source ?? []) {
      sizeBytes += chunk.byteLength;
      if (sizeBytes > MAX_BODY_BYTES) throw tooLarge();
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof RequestError) throw error;
    throw new RequestError("body-incomplete", "The body broke off before its end.", { cause: error });
  }
  return Buffer.concat(chunks);
}

function tooLarge(): RequestError {
  return new RequestError(
    "body-too-large",
    `The body is larger than ${MAX_BODY_MB} MB; recordings are given by URL, and commands may go in several requests.`,
  );
}

function requireIdentityEncoding(request: Request): void {
  const encoding = request.headers.get("Content-Encoding") ?? "identity";
  if (encoding.toLowerCase() === "identity") return;
  throw new RequestError("media-type", `The body is sent with Content-Encoding "${encoding}"; send it uncompressed.`);
}

/** @throws RequestError when the body says that it is of another type than `expected`; saying nothing is fine. */
export function requireContentType(request: Request, expected: string): void {
  const written = request.headers.get("Content-Type");
  if (written === null) return;
  const [type = "", ...parameters] = written.split(";").map((part) => part.trim().toLowerCase());
  const charset = parameters.find((parameter) => parameter.startsWith("charset="))?.slice("charset=".length);
  const isUtf8 = charset === undefined || ["utf-8", "utf8", "us-ascii"].includes(charset.replaceAll('"', ""));
  if (type === expected && isUtf8) return;
  throw new RequestError(
    "media-type",
    `The body's Content-Type is "${written}"; send ${expected} in UTF-8 (with curl: -H 'Content-Type: ${expected}').`,
  );
}
