import type { InputProblem } from "../../calls/errors.ts";
import { isScope, scopes as knownScopes } from "../../gong-api/scopes.ts";

/** What is wrong with a list of scopes for a key or an app. */
export function scopeProblems(scopes: readonly string[]): InputProblem[] {
  if (scopes.length === 0)
    return [{ parameter: "scopes", message: "names no scope; leave it out to give all of them" }];
  return scopes
    .filter((scope) => !isScope(scope))
    .map((scope) => ({ parameter: "scopes", message: unknownScope(scope) }));
}

function unknownScope(scope: string): string {
  const area = scope.split(":").slice(0, 2).join(":");
  const alike = knownScopes.filter((known) => known.startsWith(area));
  return `"${scope}" is no scope of Gong's; ${alike.length > 0 ? "there are" : "these exist"} ${(alike.length > 0 ? alike : knownScopes).join(", ")}`;
}
