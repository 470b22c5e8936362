import { InvalidInputError, type InputProblem } from "../../calls/errors.ts";
import type { OAuthAppRecord } from "./oauth-store.ts";
import { scopeProblems } from "./scope-problems.ts";

export interface OAuthAppWish {
  readonly name?: string | undefined;
  readonly redirectUris?: readonly string[] | undefined;
  /** All that there are when left out. */
  readonly scopes?: readonly string[] | undefined;
}

export type OAuthAppDraft = Pick<OAuthAppRecord, "name" | "redirectUris" | "scopes">;

const MAX_NAME_LENGTH = 100;

/** @throws InvalidInputError naming everything that cannot be */
export function draftOAuthApp({ name = "", redirectUris = [], scopes }: OAuthAppWish): OAuthAppDraft {
  const problems: InputProblem[] = [];
  if (name.trim() === "" || name.length > MAX_NAME_LENGTH) {
    const message = `must have 1 to ${MAX_NAME_LENGTH} characters; operators see it when the app asks to be allowed`;
    problems.push({ parameter: "name", message });
  }
  if (redirectUris.length === 0) {
    problems.push({
      parameter: "redirect-uri",
      message: "is required: where the app takes back the operator's browser",
    });
  }
  for (const uri of redirectUris.filter((text) => !isRedirectUri(text))) {
    const message = `"${uri}" cannot be used; write an http or https URL, or one of a private scheme (com.example.app:/…), without #`;
    problems.push({ parameter: "redirect-uri", message });
  }
  if (scopes !== undefined) problems.push(...scopeProblems(scopes));
  if (problems.length > 0) throw new InvalidInputError(problems);
  return { name, redirectUris, scopes: scopes ?? "all" };
}

/** RFC 6749, 3.1.2: absolute, without a fragment. RFC 8252, 7.1: private schemes are domain names backwards. */
function isRedirectUri(text: string): boolean {
  if (!URL.canParse(text) || text.includes("#")) return false;
  const { protocol, host, username, password } = new URL(text);
  const isKnownScheme = protocol === "http:" || protocol === "https:" || protocol.includes(".");
  // The host goes into a header of the page that asks the operator.
  return isKnownScheme && username === "" && password === "" && /^[\w.:[\]-]*$/.test(host);
}
