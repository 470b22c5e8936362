import type { UserId } from "../calls/ids.ts";

/** What somebody may do. */
export type GrantedScopes = "all" | ReadonlySet<string>;

/** Who sent a request. */
export interface Principal {
  readonly kind: "key" | "token";
  /** The access key; of a token, the client id of the app that it was given to. */
  readonly id: string;
  readonly scopes: GrantedScopes;
  /** Sees what this user may see. Absent: acts for the company and sees everything. */
  readonly actingUserId?: UserId | undefined;
}

/** Where a request came from, as the connection and its headers tell. */
export interface Caller {
  /** Undefined where no connection stands behind the request. */
  readonly address: string | undefined;
  /** `X-Forwarded-For` */
  readonly forwardedFor: string | undefined;
}

export type Identification =
  | { readonly principal: Principal }
  /** `unknown` also where the secret is another, so that nobody learns which keys there are. */
  | { readonly refusal: "unknown" | "revoked" | "expired" | "untrusted-address" };

/** Whether one more request of the company's may be answered now. */
export type Admission =
  | { readonly isAdmitted: true }
  | { readonly isAdmitted: false; readonly limit: "second" | "day"; readonly retryAfterSeconds: number };

/** What a surface asks about who calls it. */
export interface AccessControl {
  identifyKey(accessKey: string, accessKeySecret: string, caller: Caller): Promise<Identification>;
  identifyToken(token: string): Promise<Identification>;
  /** Counts a request against the company's limits. */
  admit(): Promise<Admission>;
}

/** An operation without a scope asks for nothing special. */
export function mayUse({ scopes }: Principal, scope: string | null): boolean {
  return scope === null || scopes === "all" || scopes.has(scope);
}
