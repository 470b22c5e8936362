import { expect, test } from "vitest";
import { suggestion } from "./suggestion.ts";

const fields = ["userId", "name", "emailAddress", "phoneNumber", "mediaChannelId"];

test.each([
  ["email", "emailAddress"],
  ["phone", "phoneNumber"],
  ["mediaChannelID", "mediaChannelId"],
  ["channel", "mediaChannelId"],
  ["usrId", "userId"],
])("%s means %s", (written, expected) => {
  expect(suggestion(written, fields)).toBe(`; did you mean ${expected}?`);
});

test("where no name is like it, all are told", () => {
  expect(suggestion("frobnicate", ["add-call", "get-call"])).toBe("; there are add-call, get-call");
});
