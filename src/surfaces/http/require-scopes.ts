import { mayUse, type Principal } from "../../gong-api/principal.ts";
import { wireError } from "../../gong-api/wire-errors.ts";
import type { AnyAction } from "../../connection/define-action.ts";
import { RequestError } from "./request-error.ts";

/** Of one of Gong's operations. Gong: 401 and this very sentence. @throws WireError */
export function requireScope(principal: Principal, scope: string | null): void {
  if (scope !== null && !mayUse(principal, scope)) throw wireError("scope-missing", scope);
}

/** An action that names no scopes is for keys that may do everything. @throws RequestError */
export function requireActionScopes(principal: Principal, action: AnyAction): void {
  if (principal.scopes === "all") return;
  if (action.scopes === undefined) throw missing(action.name, "all of them");
  const lacking = action.scopes.filter((scope) => !mayUse(principal, scope));
  if (lacking.length > 0) throw missing(action.name, lacking.join(", "));
}

/** For what is the company's, and no scope of Gong's allows. @throws RequestError */
export function requireFullKey({ actingUserId, scopes }: Principal, name: string): void {
  if (actingUserId !== undefined) {
    throw new RequestError(
      "acting-user",
      `This access key acts for user ${actingUserId}, and here only keys that act for the company are answered; use Gong's paths under /v2, or the actions.`,
    );
  }
  if (scopes !== "all") throw missing(name, "all of them");
}

function missing(actionName: string, scopes: string): RequestError {
  return new RequestError(
    "scope-missing",
    `${actionName} needs scopes that this access key does not have: ${scopes}. \`tamtam keys create --scopes …\` makes a key that has them.`,
  );
}
