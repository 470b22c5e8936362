import { InvalidInputError, type InputProblem } from "../../calls/errors.ts";
import { asId, type UserId } from "../../calls/ids.ts";
import type { AccessKeyRecord } from "./access-key-store.ts";
import { scopeProblems } from "./scope-problems.ts";
import { isNetwork } from "./trusted-networks.ts";

/** What a new key is to be bound to; a bound that is not given is none. */
export interface AccessKeyWish {
  readonly name?: string | undefined;
  readonly scopes?: readonly string[] | undefined;
  /** As typed. */
  readonly expiresInDays?: string | undefined;
  readonly trustedIps?: readonly string[] | undefined;
  readonly userId?: string | undefined;
}

export type AccessKeyDraft = Pick<
  AccessKeyRecord,
  "name" | "scopes" | "expiresMs" | "trustedNetworks" | "actingUserId"
>;

const DAY_MS = 86_400_000;
const MAX_DAYS = 3650;
const MAX_NAME_LENGTH = 100;

/** @throws InvalidInputError naming everything that cannot be */
export function draftAccessKey(wish: AccessKeyWish, nowMs: number): AccessKeyDraft {
  const problems = problemsOf(wish);
  if (problems.length > 0) throw new InvalidInputError(problems);
  return {
    name: wish.name,
    scopes: wish.scopes ?? "all",
    expiresMs: wish.expiresInDays === undefined ? undefined : nowMs + Number(wish.expiresInDays) * DAY_MS,
    trustedNetworks: wish.trustedIps ?? [],
    actingUserId: wish.userId === undefined ? undefined : asId<UserId>(wish.userId),
  };
}

function problemsOf({ name, scopes, expiresInDays, trustedIps, userId }: AccessKeyWish): InputProblem[] {
  const problems: InputProblem[] = [];
  const refuse = (parameter: string, message: string) => problems.push({ parameter, message });
  if (name !== undefined && (name.trim() === "" || name.length > MAX_NAME_LENGTH)) {
    refuse("name", `must have 1 to ${MAX_NAME_LENGTH} characters; got "${name.slice(0, MAX_NAME_LENGTH)}"`);
  }
  if (scopes !== undefined) problems.push(...scopeProblems(scopes));
  if (expiresInDays !== undefined && !isDayCount(expiresInDays)) {
    refuse("expires-in-days", `must be a whole number from 1 to ${MAX_DAYS}; got "${expiresInDays}"`);
  }
  if (trustedIps?.length === 0) refuse("trusted-ips", "names no address; leave it out to trust all of them");
  for (const network of trustedIps?.filter((text) => !isNetwork(text)) ?? []) {
    refuse("trusted-ips", `"${network}" is neither an address nor a range such as 10.0.0.0/8`);
  }
  if (userId?.trim() === "") refuse("user", "must be the id of a user; leave it out to act for the company");
  return problems;
}

function isDayCount(days: string): boolean {
  return /^\d{1,4}$/.test(days) && Number(days) >= 1 && Number(days) <= MAX_DAYS;
}
