import { access, readFile, writeFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { expect } from "vitest";
import { NotFoundError } from "../../src/calls/errors.ts";
import { asId, type CallId } from "../../src/calls/ids.ts";
import type { MediaStore } from "../../src/engine/media/media-store.ts";
import { describeCases, type ContractCase, type OpenParts } from "./contract-cases.ts";

export interface MediaStoreParts extends AsyncDisposable {
  readonly store: MediaStore;
  /** The same store as another process sees it, or this one after a crash. */
  reopen(): MediaStore;
}

export function describeMediaStoreContract(name: string, open: OpenParts<MediaStoreParts>): void {
  describeCases(`${name} keeps media`, mediaStoreCases, open);
}

const callId = asId<CallId>("1736791200000123450");
const otherId = asId<CallId>("1736791200000123451");

async function keep(store: MediaStore, id: CallId, kind: "original" | "samples", content: string): Promise<void> {
  await writeFile(await store.stagingPath(id, kind), content);
  await store.commit(id, kind);
}

export const mediaStoreCases: readonly ContractCase<MediaStoreParts>[] = [
  {
    name: "has a file once it is committed, and not before",
    async check({ store, reopen }) {
      await writeFile(await store.stagingPath(callId, "original"), "0123456789");
      for (const each of [store, reopen()]) {
        expect(await each.size(callId, "original")).toBeUndefined();
        await expect(each.localPath(callId, "original")).rejects.toThrow(NotFoundError);
        await expect(each.read(callId, "original")).rejects.toThrow(NotFoundError);
      }
      await store.commit(callId, "original");
      for (const each of [store, reopen()]) {
        expect(await each.size(callId, "original")).toBe(10);
        expect(await readFile(await each.localPath(callId, "original"), "utf8")).toBe("0123456789");
        expect(await text(await each.read(callId, "original"))).toBe("0123456789");
      }
    },
  },
  {
    name: "gives the bytes asked for, the last one included",
    async check({ store }) {
      await keep(store, callId, "original", "0123456789");
      expect(await text(await store.read(callId, "original", { start: 2, end: 4 }))).toBe("234");
      expect(await text(await store.read(callId, "original", { start: 9, end: 9 }))).toBe("9");
      expect(await text(await store.read(callId, "original", { start: 8, end: 100 }))).toBe("89");
    },
  },
  {
    name: "discards what is staged and nothing else",
    async check({ store }) {
      await keep(store, callId, "original", "first");
      await writeFile(await store.stagingPath(callId, "original"), "second");
      await store.discard(callId, "original");
      expect(await text(await store.read(callId, "original"))).toBe("first");
      await expect(store.commit(callId, "original")).rejects.toThrow(NotFoundError);
      await store.discard(callId, "original");
    },
  },
  {
    name: "keeps calls and kinds apart",
    async check({ store }) {
      await keep(store, callId, "original", "one");
      await keep(store, callId, "samples", "two");
      await keep(store, otherId, "original", "three");
      expect(await text(await store.read(callId, "original"))).toBe("one");
      expect(await text(await store.read(callId, "samples"))).toBe("two");
      expect(await text(await store.read(otherId, "original"))).toBe("three");
    },
  },
  {
    name: "finds what was staged before a crash at the same path",
    async check({ store, reopen }) {
      const path = await store.stagingPath(callId, "original");
      await writeFile(path, "half");
      expect(await reopen().stagingPath(callId, "original")).toBe(path);
      expect(await readFile(path, "utf8")).toBe("half");
    },
  },
  {
    name: "replaces what it has by what is committed later, and stages anew",
    async check({ store }) {
      await keep(store, callId, "original", "first");
      const path = await store.stagingPath(callId, "original");
      await expect(access(path)).rejects.toThrow();
      await writeFile(path, "second");
      expect(await text(await store.read(callId, "original"))).toBe("first");
      await store.commit(callId, "original");
      expect(await text(await store.read(callId, "original"))).toBe("second");
    },
  },
  {
    name: "has nothing to commit where nothing is staged",
    async check({ store }) {
      await expect(store.commit(callId, "original")).rejects.toThrow(NotFoundError);
      expect(await store.size(callId, "original")).toBeUndefined();
    },
  },
  {
    name: "removes what is kept and what is staged, and does not mind when there is nothing",
    async check({ store }) {
      await keep(store, callId, "original", "kept");
      await keep(store, otherId, "original", "stays");
      const staged = await store.stagingPath(callId, "original");
      await writeFile(staged, "staged");
      await store.remove(callId, "original");
      expect(await store.size(callId, "original")).toBeUndefined();
      await expect(access(staged)).rejects.toThrow();
      await store.remove(callId, "original");
      expect(await text(await store.read(otherId, "original"))).toBe("stays");
    },
  },
  {
    name: "takes nothing for an id that could lead out of it",
    async check({ store }) {
      for (const id of ["../../etc", "12/34", "", "1".repeat(20)]) {
        await expect(store.stagingPath(asId<CallId>(id), "original")).rejects.toThrow(NotFoundError);
        await expect(store.localPath(asId<CallId>(id), "original")).rejects.toThrow(NotFoundError);
      }
    },
  },
];
