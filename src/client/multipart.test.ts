import { expect, test } from "vitest";
import { type MediaFile, writeMultipart } from "./multipart.ts";

const fileOf = (facts: Omit<MediaFile, typeof Symbol.asyncIterator>): MediaFile => ({
  ...facts,
  async *[Symbol.asyncIterator]() {
    yield new TextEncoder().encode("so");
    yield new TextEncoder().encode("und");
  },
});

async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

test("a body is the file between its boundaries, of the length that its header says", async () => {
  const { headers, body } = writeMultipart("mediaFile", fileOf({ name: "call é.wav", sizeBytes: 5 }));
  const boundary = headers["Content-Type"]?.replace("multipart/form-data; boundary=", "");
  const text = await textOf(body);
  expect(text).toBe(
    `--${boundary}\r\nContent-Disposition: form-data; name="mediaFile"; filename="call é.wav"\r\n` +
      `Content-Type: application/octet-stream\r\n\r\nsound\r\n--${boundary}--\r\n`,
  );
  expect(headers["Content-Length"]).toBe(String(Buffer.byteLength(text)));
});

test("a file name ends no quotes and begins no line of its own", async () => {
  const { body } = writeMultipart("mediaFile", fileOf({ name: 'a"b\\c\r\nX-Evil: 1.wav' }));
  const [, disposition, type] = (await textOf(body)).split("\r\n");
  expect(disposition).toBe('Content-Disposition: form-data; name="mediaFile"; filename="a_b_c__X-Evil: 1.wav"');
  expect(type).toBe("Content-Type: application/octet-stream");
});

test("a file without a name or a size is sent all the same", async () => {
  const { headers, body } = writeMultipart("mediaFile", fileOf({}));
  expect(await textOf(body)).toContain('filename="recording"\r\n');
  expect(headers).not.toHaveProperty("Content-Length");
});
