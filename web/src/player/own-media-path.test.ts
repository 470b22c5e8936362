import { expect, test } from "vitest";
import { ownMediaPath } from "./own-media-path.ts";

test("a recording is played from this server, whatever the link calls it, below a proxy's path too", () => {
  const signed = "media/7/audio?expires=1&signature=x";
  expect(ownMediaPath(`https://elsewhere.example/${signed}`)).toBe(signed);
  expect(ownMediaPath(`https://elsewhere.example/calls/${signed}`)).toBe(signed);
});
