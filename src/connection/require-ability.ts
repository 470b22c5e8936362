import { ConflictError } from "../calls/errors.ts";

/** A backend's optional member, or a refusal that says what this connection cannot do. */
export function requireAbility<T>(ability: T | undefined, action: string): T {
  if (ability === undefined) throw new ConflictError(`This connection cannot ${action}; the embedded engine can.`);
  return ability;
}
