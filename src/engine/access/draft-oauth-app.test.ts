import { expect, test } from "vitest";
import { InvalidInputError } from "../../calls/errors.ts";
import { draftOAuthApp, type OAuthAppWish } from "./draft-oauth-app.ts";

function problemsOf(wish: OAuthAppWish): string[] {
  try {
    draftOAuthApp(wish);
  } catch (error) {
    if (error instanceof InvalidInputError) return error.problems.map(({ parameter }) => parameter);
    throw error;
  }
  return [];
}

test("an app has a name, addresses and what it may be granted", () => {
  const redirectUris = ["https://app.example.com/cb?x=1", "http://localhost:5678/cb", "com.example.app:/cb"];
  expect(draftOAuthApp({ name: "n8n", redirectUris })).toEqual({ name: "n8n", redirectUris, scopes: "all" });
});

test.each([
  "callback",
  "/callback",
  "https://app.example.com/#part",
  "https://app.example.com/#",
  "javascript:alert(1)",
  "data:text/html,x",
  "https://name:word@app.example.com/",
  "https://app;x.example.com/",
])("%s is no address for an app", (uri) => {
  expect(problemsOf({ name: "n8n", redirectUris: [uri] })).toEqual(["redirect-uri"]);
});

test("everything that cannot be is told at once", () => {
  expect(problemsOf({ scopes: ["api:nothing"] })).toEqual(["name", "redirect-uri", "scopes"]);
});
