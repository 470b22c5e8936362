export interface AccessKeyWithSecret {
  readonly accessKey: string;
  readonly accessKeySecret: string;
}

/** What a new key is to be bound to, as typed; a bound that is not given is none. */
export interface AccessKeyWish {
  readonly name?: string | undefined;
  readonly scopes?: readonly string[] | undefined;
  readonly expiresInDays?: string | undefined;
  readonly trustedIps?: readonly string[] | undefined;
  /** The user it acts for; the company when left out. */
  readonly userId?: string | undefined;
}

export interface AccessKeyFacts {
  readonly accessKey: string;
  readonly createdMs: number;
  readonly revokedMs?: number | undefined;
  readonly expiresMs?: number | undefined;
  readonly name?: string | undefined;
  readonly scopes: "all" | readonly string[];
  /** Any when empty. */
  readonly trustedIps: readonly string[];
  readonly userId?: string | undefined;
}

export interface AccessKeys {
  /** @throws InvalidInputError naming everything that cannot be */
  create(wish: AccessKeyWish): Promise<AccessKeyWithSecret>;
  /** Oldest first. */
  list(): Promise<readonly AccessKeyFacts[]>;
  /** @throws NotFoundError */
  revoke(accessKey: string): Promise<void>;
}

export interface OAuthAppWithSecret {
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface OAuthAppFacts {
  readonly clientId: string;
  readonly name: string;
  readonly redirectUris: readonly string[];
  readonly scopes: "all" | readonly string[];
  readonly createdMs: number;
  readonly revokedMs?: number | undefined;
}

/** Apps that an operator may allow to act for the company. */
export interface OAuthApps {
  /** @throws InvalidInputError naming everything that cannot be */
  create(wish: {
    readonly name?: string | undefined;
    readonly redirectUris?: readonly string[] | undefined;
    /** What it may be granted at most; everything when left out. */
    readonly scopes?: readonly string[] | undefined;
  }): Promise<OAuthAppWithSecret>;
  /** Oldest first. */
  list(): Promise<readonly OAuthAppFacts[]>;
  /** Ends its tokens too. @throws NotFoundError */
  revoke(clientId: string): Promise<void>;
}
