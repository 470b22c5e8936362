/** `--callTitle`, `call_title` and `Call-Title` are all `call-title`. */
export function canonicalName(written: string): string {
  return written
    .replace(/^-+/, "")
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replaceAll("_", "-")
    .toLowerCase();
}
