import ipaddr from "ipaddr.js";
import type { Caller } from "../../gong-api/principal.ts";

type Address = ReturnType<typeof ipaddr.process>;

/** `10.1.2.3` or `2001:db8::/32`. */
export function isNetwork(text: string): boolean {
  return text.includes("/") ? ipaddr.isValidCIDR(text) : ipaddr.isValid(text);
}

/** Whether an address lies in one of the networks. What is no address lies in none. */
export function isWithinNetworks(address: string, networks: readonly string[]): boolean {
  if (networks.length === 0 || !ipaddr.isValid(address)) return false;
  // An IPv4 address written as IPv6 is the IPv4 address.
  const parsed = ipaddr.process(address);
  return networks.some((network) => isWithin(parsed, network));
}

function isWithin(address: Address, network: string): boolean {
  if (!network.includes("/")) return ipaddr.process(network).toString() === address.toString();
  const [base, prefixBits] = ipaddr.parseCIDR(network);
  return base.kind() === address.kind() && address.match(base, prefixBits);
}

/**
 * The address that a request came from. Proxies add the address they were called from to the end of `X-Forwarded-For`; what stands
 * before the first address that no trusted proxy added can be anybody's invention.
 */
export function callerAddress(
  { address, forwardedFor }: Caller,
  trustedProxies: readonly string[],
): string | undefined {
  const hops = (forwardedFor ?? "")
    .split(",")
    .map((hop) => hop.trim())
    .filter((hop) => hop !== "");
  let nearest = address;
  while (nearest !== undefined && isWithinNetworks(nearest, trustedProxies)) {
    const hop = hops.pop();
    if (hop === undefined) break;
    nearest = hop;
  }
  return nearest;
}
