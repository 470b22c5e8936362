import { scopes as knownScopes } from "../../gong-api/scopes.ts";

/** RFC 6749, 3.3: words with spaces between, each once. */
export function parseScopes(text: string): readonly string[] {
  return [...new Set(text.split(" ").filter((word) => word !== ""))];
}

/** All scopes where an app may be granted all. */
export function listScopes(scopes: "all" | readonly string[]): readonly string[] {
  return scopes === "all" ? knownScopes : scopes;
}

/** Those asked for that may not be had. */
export function scopesBeyond(asked: readonly string[], allowed: readonly string[]): readonly string[] {
  return asked.filter((scope) => !allowed.includes(scope));
}
