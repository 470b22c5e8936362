/** Who looks at the page. */
export interface Session {
  readonly accessKey: string;
  readonly accessKeySecret: string;
}

const PLACE = "tamtam-session";

/** Kept for this tab alone, and only as long as it is open. */
export function readSession(storage: Pick<Storage, "getItem">): Session | undefined {
  const kept = storage.getItem(PLACE);
  if (kept === null) return undefined;
  const [accessKey, accessKeySecret] = kept.split("\n");
  return accessKey && accessKeySecret ? { accessKey, accessKeySecret } : undefined;
}

export function keepSession(storage: Pick<Storage, "setItem">, { accessKey, accessKeySecret }: Session): void {
  storage.setItem(PLACE, `${accessKey}\n${accessKeySecret}`);
}

export function forgetSession(storage: Pick<Storage, "removeItem">): void {
  storage.removeItem(PLACE);
}
