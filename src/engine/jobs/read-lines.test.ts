import { expect, it } from "vitest";
import { readLines } from "./read-lines.ts";

async function read(chunks: readonly string[], maxLineBytes = 100, startByte = 0) {
  async function* bytes() {
    for (const chunk of chunks) yield Buffer.from(chunk);
  }
  const lines: (readonly [string | undefined, number])[] = [];
  for await (const line of readLines(bytes(), startByte, maxLineBytes)) {
    lines.push([line.bytes && Buffer.from(line.bytes).toString(), line.endByte]);
  }
  return lines;
}

it("a line may come in any pieces, and knows where it ends", async () => {
  expect(await read(["a", "b\nc", "", "d\n\n", "e"])).toEqual([
    ["ab", 3],
    ["cd", 6],
    ["", 7],
    ["e", 8],
  ]);
});

it("the end of the file ends a line, an end of line before it begins none", async () => {
  expect(await read(["a\n"])).toEqual([["a", 2]]);
  expect(await read([])).toEqual([]);
});

it("a line that is too long is passed over without being held", async () => {
  expect(await read(["abc", "de\nfg", "hi\nabcd\n"], 4)).toEqual([
    [undefined, 6],
    ["fghi", 11],
    ["abcd", 16],
  ]);
});

it("goes on counting where the reading began", async () => {
  expect(await read(["x\ny"], 4, 100)).toEqual([
    ["x", 102],
    ["y", 103],
  ]);
});
