/** How fresh and how complete a mirror is. Everything that the tenant showed until `asOf` is in it, as far as `coverage` says. */
export interface MirrorFreshness {
  /** ISO 8601; null before the first poll has ended. */
  readonly asOf: string | null;
  readonly coverage: {
    /** Calls from this time on are all there; null when all calls are, from the first one on. */
    readonly from: string | null;
    readonly calls: number;
    /** How many there will be with the history that is still to be read; null while that is not known. */
    readonly expectedCalls: number | null;
    readonly complete: boolean;
  };
  /** Calls that came without transcript or content, and are asked for again. */
  readonly pending: number;
  /** Calls that the tenant shows in a way that cannot be read, which are not here and are asked for again; absent where there are none. */
  readonly unreadable?: number | undefined;
}

/** A library that is another server's mirror. */
export interface MirrorReading {
  freshness(): Promise<MirrorFreshness>;
}
