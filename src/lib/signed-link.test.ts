import { expect, test } from "vitest";
import { checkLink, signLink } from "./signed-link.ts";

const START_MS = 1_736_760_600_000;

function parts(link: string) {
  const url = new URL(link, "http://127.0.0.1");
  return {
    path: url.pathname,
    expires: url.searchParams.get("expires") ?? "",
    signature: url.searchParams.get("signature") ?? "",
    madeFor: url.searchParams.get("user") ?? undefined,
  };
}

test("a link is valid until its end and expired from then on", () => {
  const link = parts(signLink("secret", { path: "/media/12/audio" }, START_MS + 1000));
  expect(link.expires).toBe("1736760601");
  expect(checkLink("secret", link, START_MS)).toBe("valid");
  expect(checkLink("secret", link, START_MS + 1000)).toBe("expired");
});

test("a link for another path, with a later end or by another secret is not signed here", () => {
  const link = parts(signLink("secret", { path: "/media/12/audio" }, START_MS));
  expect(checkLink("secret", { ...link, path: "/media/13/audio" }, START_MS)).toBeUndefined();
  expect(checkLink("secret", { ...link, expires: "9999999999" }, START_MS)).toBeUndefined();
  expect(checkLink("other", link, START_MS)).toBeUndefined();
  expect(checkLink("secret", { ...link, signature: "" }, START_MS)).toBeUndefined();
});

test("a link that was made for a user says so, and is not signed for another or for nobody", () => {
  const link = parts(signLink("secret", { path: "/media/12/audio", madeFor: "501" }, START_MS + 1000));
  expect(link.madeFor).toBe("501");
  expect(checkLink("secret", link, START_MS)).toBe("valid");
  expect(checkLink("secret", { ...link, madeFor: "502" }, START_MS)).toBeUndefined();
  expect(checkLink("secret", { ...link, madeFor: undefined }, START_MS)).toBeUndefined();
  const forAll = parts(signLink("secret", { path: "/media/12/audio" }, START_MS + 1000));
  expect(checkLink("secret", { ...forAll, madeFor: "501" }, START_MS)).toBeUndefined();
});
