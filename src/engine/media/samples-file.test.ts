import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openSamplesFile } from "./samples-file.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tamtam-samples-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function openWith(samples: readonly number[], channelCount: number) {
  const path = join(folder, "samples");
  await writeFile(path, Buffer.from(Int16Array.from(samples).buffer));
  return openSamplesFile(path, { channelCount });
}
const read = async (file: Awaited<ReturnType<typeof openWith>>, start: number, count: number) =>
  (await file.read(start, count)).map((channel) => [...channel]);

test("each channel is read on its own, from -1 to 1", async () => {
  await using file = await openWith([16_384, -32_768, 8192, 0], 2);
  expect(await read(file, 0, 2)).toEqual([
    [0.5, 0.25],
    [-1, 0],
  ]);
});

test("less comes at the end, and nothing past it", async () => {
  await using file = await openWith([16_384, 8192, 4096], 1);
  expect(await read(file, 1, 10)).toEqual([[0.25, 0.125]]);
  expect(await read(file, 3, 10)).toEqual([[]]);
  expect(await read(file, 99, 1)).toEqual([[]]);
});

test("the length follows from the size; half a sample at the end of a broken file does not count", async () => {
  await using stereo = await openWith(
    Array.from({ length: 32_000 }, () => 0),
    2,
  );
  expect([stereo.durationMs, stereo.sampleRateHz, stereo.channelCount]).toEqual([1000, 16_000, 2]);
  const path = join(folder, "odd");
  await writeFile(path, Buffer.alloc(2 * 16_000 + 1));
  await using odd = await openSamplesFile(path, { channelCount: 1 });
  expect(odd.durationMs).toBe(1000);
});
