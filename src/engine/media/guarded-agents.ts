import type { LookupAddress, LookupOptions } from "node:dns";
import http from "node:http";
import https from "node:https";
import net, { type LookupFunction } from "node:net";
import type { Duplex } from "node:stream";
import type { AddressPolicy } from "./address-policy.ts";

/** The request would have gone to an address the policy forbids. */
export class ForbiddenAddressError extends Error {
  readonly code = "FORBIDDEN_ADDRESS";
  readonly host: string;
  readonly address: string;
  constructor(host: string, address: string) {
    super(`${host} is at ${address}`);
    this.host = host;
    this.address = address;
  }
}

/**
 * HTTP agents that check every address at the moment it is connected to: the host of each redirect, and what a name resolves to
 * then, so that a name which changes its address between check and use gains nothing. They take no proxy from the environment.
 */
export function makeGuardedAgents(
  policy: AddressPolicy,
  lookup: LookupFunction,
): { http: http.Agent; https: https.Agent } {
  class GuardedHttpAgent extends http.Agent {
    override createConnection(
      options: http.ClientRequestArgs,
      callback?: ConnectionCallback,
    ): Duplex | null | undefined {
      return refuseLiteral(policy, options) ?? super.createConnection(guarded(policy, options, lookup), callback);
    }
  }
  class GuardedHttpsAgent extends https.Agent {
    override createConnection(options: https.RequestOptions, callback?: ConnectionCallback): Duplex | null | undefined {
      return refuseLiteral(policy, options) ?? super.createConnection(guarded(policy, options, lookup), callback);
    }
  }
  return { http: new GuardedHttpAgent({ keepAlive: false }), https: new GuardedHttpsAgent({ keepAlive: false }) };
}

type ConnectionCallback = (error: Error | null, stream: Duplex) => void;

/** Node looks no address up when the host is one already, so this case is not seen by `guardedLookup`. */
function refuseLiteral(policy: AddressPolicy, options: http.ClientRequestArgs): net.Socket | undefined {
  const host = options.host ?? "";
  if (net.isIP(host) === 0 || policy.isAllowed(host, host)) return undefined;
  const socket = new net.Socket();
  process.nextTick(() => socket.destroy(new ForbiddenAddressError(host, host)));
  return socket;
}

function guarded<T extends http.ClientRequestArgs>(policy: AddressPolicy, options: T, lookup: LookupFunction): T {
  return { ...options, lookup: guardedLookup(policy, lookup) };
}

function guardedLookup(policy: AddressPolicy, lookup: LookupFunction): LookupFunction {
  return (host, options: LookupOptions, callback) => {
    lookup(host, options, (error, found, family) => {
      if (error) return callback(error, found, family);
      const addresses: readonly LookupAddress[] =
        typeof found === "string" ? [{ address: found, family: family ?? 0 }] : found;
      const forbidden = addresses.find(({ address }) => !policy.isAllowed(host, address));
      if (forbidden) return callback(new ForbiddenAddressError(host, forbidden.address), [], 0);
      return callback(null, found, family);
    });
  };
}
