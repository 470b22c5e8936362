import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { KeptPages, type WrittenPage } from "./kept-pages.ts";
import { WrittenMembers } from "./written-members.ts";

const audited = { operation: "listCalls", path: "/v2/calls" };

let world: { version: number; nowMs: number };
let pages: KeptPages;
let written: string[];
beforeEach(() => {
  vi.useFakeTimers();
  world = { version: 1, nowMs: 0 };
  pages = new KeptPages({ version: () => world.version, clock: () => world.nowMs, maxBytes: 26 });
  written = [];
});
afterEach(() => vi.useRealTimers());

function textOf({ members }: WrittenPage): string {
  return Buffer.from(members.bytes).toString().slice(',"t":"'.length, -'"}'.length);
}

/** Asks for a page of eight bytes more than the text, which is written anew as `text` where it is not kept. */
async function read(request: string, text: string, isFirst = true): Promise<string> {
  const write = async () => {
    written.push(text);
    return { members: new WrittenMembers({ t: text }), audited, isFirst };
  };
  return textOf(await pages.page(request, write));
}

describe("a page", () => {
  it("is the same for the same request, and for no other", async () => {
    expect(await read("a", "1")).toBe("1");
    expect(await read("a", "2")).toBe("1");
    expect(await read("b", "3")).toBe("3");
  });

  it("is written once for all who ask while it is being written", async () => {
    expect(await Promise.all([read("a", "1"), read("a", "2")])).toEqual(["1", "1"]);
    expect(written).toEqual(["1"]);
  });

  it("is written anew once anything has changed", async () => {
    await read("a", "1");
    world.version = 2;
    expect(await read("a", "2")).toBe("2");
  });

  it("is not kept when something changes while it is being written", async () => {
    const writing = Promise.withResolvers<WrittenPage>();
    const first = pages.page("a", () => writing.promise);
    pages.clear();
    writing.resolve({ members: new WrittenMembers({ t: "old" }), audited, isFirst: true });
    expect(textOf(await first)).toBe("old");
    expect(await read("a", "new")).toBe("new");
  });

  it("is good for five seconds, and then no longer in memory", async () => {
    await read("a", "1");
    world.nowMs = 5000;
    expect(await read("a", "2")).toBe("1");
    world.nowMs = 5001;
    expect(await read("a", "3")).toBe("3");
    expect(pages.sizeBytes).toBe(9);
    await vi.advanceTimersByTimeAsync(5000);
    expect(pages.sizeBytes).toBe(0);
  });

  it("that a cursor asks for is always written anew", async () => {
    await read("a", "1", false);
    expect(await read("a", "2", false)).toBe("2");
  });

  it("for which there is no room is written anew, others stay", async () => {
    await read("a", "12345678");
    await read("b", "123");
    expect(pages.sizeBytes).toBe(16);
    expect(await read("b", "456")).toBe("456");
    expect(await read("a", "no")).toBe("12345678");
    expect(await read("c", "78")).toBe("78");
    expect(pages.sizeBytes).toBe(26);
  });
});

it("a refusal is not kept", async () => {
  const refused = pages.page("a", async () => {
    throw new Error("no");
  });
  await expect(refused).rejects.toThrow("no");
  expect(await read("a", "1")).toBe("1");
});
