import ipaddr from "ipaddr.js";
import { SetupError } from "../../calls/errors.ts";

/** Decides to which addresses a request may go. */
export interface AddressPolicy {
  /** `host` as it stands in the URL, `address` the one about to be connected to. */
  isAllowed(host: string, address: string): boolean;
}

/**
 * Only addresses of the public internet are allowed, except the hosts and networks the operator lists.
 * @param allowHosts host names, addresses and CIDRs: `media.example.com`, `10.1.2.3`, `10.0.0.0/8`.
 */
export function makeAddressPolicy(allowHosts: readonly string[]): AddressPolicy {
  const entries = allowHosts.map((entry) => entry.trim()).filter((entry) => entry !== "");
  const networks = entries.filter((entry) => entry.includes("/") || ipaddr.isValid(entry)).map(parseNetwork);
  const names = new Set(entries.filter((entry) => !entry.includes("/") && !ipaddr.isValid(entry)).map(plainName));
  return {
    isAllowed(host, address) {
      if (names.has(plainName(host))) return true;
      if (!ipaddr.isValid(address)) return false;
      // An IPv4 address written as IPv6 is the IPv4 address: the kernel connects to it all the same.
      const parsed = ipaddr.process(address);
      return networks.some((network) => isWithin(parsed, network)) || isPublic(parsed);
    },
  };
}

type Address = ReturnType<typeof ipaddr.process>;
type Network = readonly [Address, number];

/** Addresses that are unicast by their number, yet belong to the inside of a cloud. */
const cloudInternal = new Set(["168.63.129.16"]);
/** All of IPv6 that is routed on the internet; `ipaddr.js` calls some obsolete ranges outside of it unicast. RFC 4291. */
const globalIpv6: Network = [ipaddr.parse("2000::"), 3];

function isPublic(address: Address): boolean {
  if (address.range() !== "unicast" || cloudInternal.has(address.toString())) return false;
  return address.kind() === "ipv4" || isWithin(address, globalIpv6);
}

function isWithin(address: Address, [base, prefixBits]: Network): boolean {
  return address.kind() === base.kind() && address.match(base, prefixBits);
}

function parseNetwork(entry: string): Network {
  try {
    if (entry.includes("/")) return ipaddr.parseCIDR(entry);
    const address = ipaddr.process(entry);
    return [address, address.kind() === "ipv4" ? 32 : 128];
  } catch (cause) {
    throw new SetupError(`"${entry}" in the list of allowed media hosts is no network; write it like 10.0.0.0/8.`, {
      cause,
    });
  }
}

function plainName(host: string): string {
  return host.toLowerCase().replace(/\.$/, "");
}
