import { describe, expect, it } from "vitest";
import { makeCommandBuffer } from "./command-buffer.ts";

function textsOf(...lines: string[]): string[] {
  const buffer = makeCommandBuffer();
  return [...lines.flatMap((line) => buffer.add(line)), ...buffer.flush().map((text) => `(at the end) ${text}`)];
}

describe("lines of the shell", () => {
  it("make a command of several lines, complete with a blank one", () => {
    expect(textsOf("/c", "action: get-call", "call-id: 1", "", "help")).toEqual([
      "/c\naction: get-call\ncall-id: 1",
      "help",
    ]);
  });

  it("complete the command before with the next connection, and the last one at the end", () => {
    expect(textsOf("/c", "action: get-call", "call-id: 1", "/c", "action: search-calls")).toEqual([
      "/c\naction: get-call\ncall-id: 1",
      "(at the end) /c\naction: search-calls",
    ]);
  });

  it.each([
    ["/c get-call call-id: 1", true],
    ["/c action: get-call call-id: 1", true],
    ["/c search-calls", true],
    ["/c get-cal", true],
    ["/c add-call", false],
    ["/c", false],
    ["/c  ", false],
  ])("%j alone: complete is %j", (line, isComplete) => {
    expect(makeCommandBuffer().add(line)).toEqual(isComplete ? [line] : []);
  });

  it("can be dropped", () => {
    const buffer = makeCommandBuffer();
    buffer.add("/c");
    buffer.clear();
    expect(buffer.pending).toEqual([]);
    expect(buffer.flush()).toEqual([]);
  });

  it("pass other words through, and blank lines away", () => {
    expect(textsOf("", "exit", "  ", "get-call call-id: 1")).toEqual(["exit", "get-call call-id: 1"]);
  });
});
