/** Whether nobody on the way reads what is sent there: over https, or without leaving this machine. */
export function keepsSecrets(url: URL): boolean {
  return url.protocol === "https:" || isThisMachine(url.hostname);
}

/** @param hostname as `URL` has it */
export function isThisMachine(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
