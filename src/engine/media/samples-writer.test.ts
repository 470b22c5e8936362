import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { MediaSink } from "./media-sink.ts";
import { SamplesWriter } from "./samples-writer.ts";

test("samples are written as they are, counted and looked at", async () => {
  const folder = await mkdtemp(join(tmpdir(), "tamtam-writer-"));
  const path = join(folder, "samples");
  await using writer = await SamplesWriter.create(path, 2, 1000);
  await writer.write(Int16Array.of(1, -2));
  await writer.write(Int16Array.of(300, -400));
  // Two frames of 1/16 ms.
  expect(writer.summary()).toEqual({ durationMs: 0, channelCount: 2, isDualMono: false, isSilent: false });
  expect([...(await readFile(path))]).toEqual([1, 0, 0xfe, 0xff, 0x2c, 0x01, 0x70, 0xfe]);
  await writer.write(new Int16Array(2 * 15_998));
  expect(writer.durationMs).toBe(1000);
  await expect(writer.write(new Int16Array(2 * 16))).rejects.toMatchObject({ code: "media-too-long" });
  await rm(folder, { recursive: true });
});

// A device that is always full, which only Linux has.
const FULL = "/dev/full";
if (existsSync(FULL)) {
  test("a full disk is named, and is worth another try", async () => {
    const full = { code: "disk-full", isTransient: true };
    await using writer = await SamplesWriter.create(FULL, 1, 1000);
    await expect(writer.write(new Int16Array(10))).rejects.toMatchObject(full);
    await using sink = await MediaSink.open(FULL, 0, 1000);
    await expect(sink.write(new Uint8Array(10))).rejects.toMatchObject(full);
  });
} else {
  process.stderr.write(`The test of a full disk is left out: there is no ${FULL} on this machine.\n`);
}
