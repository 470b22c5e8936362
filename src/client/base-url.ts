/** A base URL as people paste it, with a slash at its end or with `/v2`, as requests begin with it. */
export function plainBaseUrl({ origin, pathname }: URL): string {
  return `${origin}${pathname}`.replace(/\/+$/, "").replace(/\/v2$/, "");
}
