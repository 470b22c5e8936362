import { beforeEach, expect, it } from "vitest";
import { UntilCommit } from "./until-commit.ts";

let version: number;
let reads: string[];
let memory: UntilCommit<string | undefined>;
beforeEach(() => {
  version = 1;
  reads = [];
  memory = new UntilCommit({ version: () => version });
});

function read(name: string, value: string | undefined): string | undefined {
  return memory.get(name, () => {
    reads.push(name);
    return value;
  });
}

it("reads a name once, also where nothing is found", () => {
  expect([read("a", "1"), read("a", "2"), read("b", undefined), read("b", "3")]).toEqual([
    "1",
    "1",
    undefined,
    undefined,
  ]);
  expect(reads).toEqual(["a", "b"]);
});

it("reads anew once anything is committed", () => {
  read("a", "1");
  version = 2;
  expect(read("a", "2")).toBe("2");
});

it("does not take for the newest what was read while something was committed", () => {
  memory.get("a", () => {
    version = 2;
    return "old";
  });
  expect(read("a", "new")).toBe("new");
});

it("remembers no more than a thousand names", () => {
  for (let count = 0; count <= 1000; count += 1) read(`name-${count}`, "1");
  reads = [];
  read("name-1000", "1");
  read("name-0", "1");
  expect(reads).toEqual(["name-0"]);
});
