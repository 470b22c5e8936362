import { expect, test } from "vitest";
import { recentFiles } from "./recent-files.ts";

const nothing = {
  calls: [],
  transcripts: [],
  records: [],
  trackers: [],
  users: [],
  workspaces: [],
  holdings: [],
  about: [],
};

test("a file that was used a moment ago is read once, one that was used long ago once more", async () => {
  const reads: string[] = [];
  const open = recentFiles(async (path) => {
    reads.push(path);
    return nothing;
  });
  for (const path of ["a", "b", "a", "b", "c", "d", "a", "e", "b", "a"]) await open(path);
  expect(reads).toEqual(["a", "b", "c", "d", "e", "b"]);
});
