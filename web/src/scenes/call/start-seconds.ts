/** Where a call begins to be shown: `?t=` or `#t=`, as `83`, `83.5`, `1:23` or `1:02:03`. The beginning where neither is a time. */
export function startSeconds(query: string | undefined, hash: string): number {
  const written = query ?? /^#t=(.+)$/.exec(hash)?.[1] ?? "";
  if (/^\d+(?:\.\d+)?s?$/.test(written)) return Number.parseFloat(written);
  if (!/^\d+(?::\d{1,2}){1,2}$/.test(written)) return 0;
  return written.split(":").reduce((seconds, part) => seconds * 60 + Number(part), 0);
}
