import type { TriedScopes } from "./check-connection.ts";

/** What a command asks of the other side. */
export interface ScopeNeeds {
  /** An action, or `sync`. */
  readonly does: string;
  /** Without one of them it fails. Nothing for what only a key without bounds may do. */
  readonly needs: readonly string[] | undefined;
  /** Without one of them it does less. */
  readonly wants?: readonly string[] | undefined;
}

/** Whether a command works on a connection, and the scopes it lacks. */
export interface Ability {
  readonly does: string;
  /** `partly`: it goes without what the scopes would show. `untried`: trying it would change something. */
  readonly state: "works" | "partly" | "fails" | "untried";
  readonly missingScopes: readonly string[];
}

const extensive = "api:calls:read:extensive";
const transcript = "api:calls:read:transcript";
const joined = [transcript, "api:calls:read:media-url", "api:users:read"];

/** The actions that can be made of Gong's operations, as far as they are looked into. */
export const gongNeeds: readonly ScopeNeeds[] = [
  { does: "add-call", needs: ["api:calls:create"] },
  { does: "get-call", needs: [extensive], wants: joined },
  { does: "search-calls", needs: [extensive], wants: joined },
];

export const syncNeeds: ScopeNeeds = {
  does: "sync",
  needs: [extensive, transcript],
  wants: ["api:users:read", "api:workspaces:read", "api:settings:trackers:read"],
};

export function abilitiesOf(needs: readonly ScopeNeeds[], { granted, missing }: TriedScopes): readonly Ability[] {
  return needs.map(({ does, needs: needed, wants = [] }) => {
    const isMissing = (scope: string) => missing.has(scope);
    const failing = (needed ?? []).filter(isMissing);
    if (failing.length > 0) return { does, state: "fails", missingScopes: failing };
    if (needed?.every((scope) => granted.has(scope)) !== true) return { does, state: "untried", missingScopes: [] };
    const lacking = wants.filter(isMissing);
    return { does, state: lacking.length > 0 ? "partly" : "works", missingScopes: lacking };
  });
}
