import { Readable } from "node:stream";
import { Busboy } from "@fastify/busboy";
import type { Context } from "hono";
import { wireError } from "../../../gong-api/wire-errors.ts";
import type { HttpEnv } from "../http-env.ts";
import { RequestError } from "../request-error.ts";

/** A file of a multipart body while it arrives. Disposing of it lets what was not read go by. */
export interface FilePart extends Disposable {
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** What clients say of a body when they say nothing of its parts. Gong: then a part is missing. */
const isPlain = /^(?:$|text\/plain\b|application\/x-www-form-urlencoded\b)/i;

const limits = { fields: 100, fieldSize: 1_000_000, headerPairs: 100 };

/** Waits for the part of this name to begin; no more is taken in than its reader asks for. @throws WireError, RequestError */
export async function openFilePart(c: Context<HttpEnv>, name: string): Promise<FilePart> {
  const contentType = c.req.header("Content-Type") ?? "";
  if (!/^multipart\/form-data;.*boundary=/is.test(contentType)) {
    throw isPlain.test(contentType) ? wireError("part-missing", name) : wireError("media-type");
  }
  const source = bodyOf(c);
  const parser = new Busboy({
    headers: { "content-type": contentType },
    limits,
    isPartAFile: (field) => field === name,
  });
  const letGo = () => {
    source.unpipe(parser);
    source.resume();
  };
  // Not stream.pipeline, which would end the connection that the answer has yet to go over.
  source.pipe(parser);
  try {
    const file = await beginning(source, parser, name);
    parser.once("error", (error) => file.destroy(brokenOff(error)));
    source.once("close", () => source.readableEnded || file.destroy(brokenOff()));
    return { bytes: file, [Symbol.dispose]: letGo };
  } catch (error) {
    letGo();
    throw error;
  }
}

function beginning(source: Readable, parser: InstanceType<typeof Busboy>, name: string): Promise<Readable> {
  return new Promise((resolve, reject) => {
    parser.once("file", (_field, stream) => resolve(stream));
    parser.once("finish", () => reject(wireError("part-missing", name)));
    parser.once("error", (error) => reject(brokenOff(error)));
    source.once("error", (error) => reject(brokenOff(error)));
    source.once("close", () => source.readableEnded || reject(brokenOff()));
  });
}

function brokenOff(cause?: unknown): RequestError {
  return new RequestError("body-incomplete", "The body broke off before its end.", { cause });
}

/** Node's own stream where there is one: a stream of the web would cost a copy of every piece. */
function bodyOf(c: Context<HttpEnv>): Readable {
  if (c.env.incoming) return c.env.incoming;
  const body = c.req.raw.body;
  return body ? Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]) : Readable.from([]); // two descriptions of one stream
}
