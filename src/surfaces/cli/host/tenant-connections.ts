/** The connections to Gong tenants and other Tamtam servers that this machine keeps. */
export interface TenantConnections {
  /** In order. */
  names(): Promise<readonly string[]>;
  /** @throws NotFoundError for a name that is no connection, naming those there are */
  require(name: string): Promise<void>;
  list(): Promise<readonly ConnectionFacts[]>;
  /** Tries it with a few requests, then keeps it in the place of one with this name. @throws RemoteError, InvalidInputError */
  connect(wish: ConnectWish, signal: AbortSignal): Promise<ConnectedTenant>;
  /** A few requests. @throws RemoteError, NotFoundError */
  test(name: string): Promise<ConnectedTenant>;
  /** @throws NotFoundError, ConflictError */
  rename(name: string, newName: string): Promise<void>;
  /** @throws NotFoundError, ConflictError */
  remove(name: string): Promise<void>;
}

export interface ConnectWish {
  readonly name: string;
  /** Gong's general one where it is left out; with OAuth, the tenant's own comes with the tokens. */
  readonly baseUrl?: string | undefined;
  /** Over plain http to another machine, where everybody on the way can read the secrets. */
  readonly isInsecure?: boolean | undefined;
  /** Found out by asking the server where it is left out. */
  readonly kind?: "gong" | "tamtam" | undefined;
  /** Gong's, or none for another Tamtam server, where they are left out. */
  readonly limits?: ConnectionFacts["limits"] | undefined;
  readonly credentials:
    | { readonly kind: "access-key"; readonly accessKey: string; readonly accessKeySecret: string }
    | {
        readonly kind: "oauth";
        readonly clientId: string;
        readonly clientSecret: string;
        readonly scopes: readonly string[];
        readonly port: number;
        readonly showUrl: (url: string) => Promise<{ readonly isBrowserWanted: boolean }>;
      };
}

export interface ConnectionFacts {
  readonly name: string;
  readonly kind: "gong" | "tamtam";
  readonly baseUrl: string;
  readonly limits: { readonly perSecond?: number | undefined; readonly perDay?: number | undefined };
  readonly credentials: "access-key" | "oauth";
  /** Made by settings, and changed there. */
  readonly isFromSettings: boolean;
}

/** What a connection that works may do, as far as it can be known. */
export interface ConnectedTenant extends ConnectionFacts {
  /** Calls of the last 30 days that it sees; `null` where it may not list calls. */
  readonly callCount: number | null;
  /** The scope it would take to list them. */
  readonly missingScope: string | null;
  /** What an app was granted; `null` for an access key, whose scopes nothing lists. */
  readonly scopes: readonly string[] | null;
  /** The actions and `sync`: whether each will work, and the scopes that it lacks. Trying an action that changes something would change it. */
  readonly abilities: readonly {
    readonly does: string;
    readonly state: "works" | "partly" | "fails" | "untried";
    readonly missingScopes: readonly string[];
  }[];
  /** Spent on the company from this machine within 24 hours. */
  readonly requestsToday: number;
}
