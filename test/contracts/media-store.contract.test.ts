import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { FsMediaStore } from "../../src/engine/media/fs-media-store.ts";
import type { MediaStore } from "../../src/engine/media/media-store.ts";
import { failedCases, override } from "./contract-cases.ts";
import { describeMediaStoreContract, mediaStoreCases, type MediaStoreParts } from "./media-store.contract.ts";

async function openFsParts(breakIt: (store: MediaStore) => Partial<MediaStore> = () => ({})): Promise<MediaStoreParts> {
  const folder = await mkdtemp(join(tmpdir(), "tamtam-store-"));
  const openStore = (): MediaStore => {
    const store = new FsMediaStore(folder);
    return override<MediaStore>(store, breakIt(store));
  };
  const dispose = () => rm(folder, { recursive: true, force: true });
  return { store: openStore(), reopen: openStore, [Symbol.asyncDispose]: dispose };
}

describeMediaStoreContract("FsMediaStore", openFsParts);

const breakages: [string, (store: MediaStore) => Partial<MediaStore>][] = [
  [
    "leaves out the last byte of a range",
    (store) => ({
      read: (id, kind, range) => store.read(id, kind, range && { ...range, end: Math.max(range.start, range.end - 1) }),
    }),
  ],
  ["ignores ranges", (store) => ({ read: (id, kind) => store.read(id, kind) })],
  ["mixes up kinds", (store) => ({ read: (id, _, range) => store.read(id, "original", range) })],
  ["commits nothing", () => ({ commit: async () => {} })],
  ["removes nothing", () => ({ remove: async () => {} })],
  ["knows a size for everything", () => ({ size: async () => 10 })],
];

test.each(breakages)("the contract notices a store that %s", async (_, breakIt) => {
  const failed = await failedCases(mediaStoreCases, () => openFsParts(breakIt));
  expect(failed.length).toBeGreaterThan(0);
  expect(failed.length).toBeLessThan(mediaStoreCases.length);
});
