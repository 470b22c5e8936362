import { expect, test } from "vitest";
import { callerAddress, isNetwork, isWithinNetworks } from "./trusted-networks.ts";

test.each(["10.1.2.3", "10.0.0.0/8", "::1", "2001:db8::/32", "0.0.0.0/0"])("%s is a network", (text) => {
  expect(isNetwork(text)).toBe(true);
});

test.each(["", "office", "10.0.0.0/33", "10.0.0/8/8", "2001:db8::/129", "300.1.1.1"])("%j is no network", (text) => {
  expect(isNetwork(text)).toBe(false);
});

test("an address is looked for in single addresses and in ranges", () => {
  expect(isWithinNetworks("10.1.2.3", ["192.0.2.0/24", "10.1.2.3"])).toBe(true);
  expect(isWithinNetworks("192.0.2.255", ["192.0.2.0/24"])).toBe(true);
  expect(isWithinNetworks("192.0.3.0", ["192.0.2.0/24"])).toBe(false);
  expect(isWithinNetworks("2001:db8:ffff::1", ["2001:db8::/32"])).toBe(true);
  expect(isWithinNetworks("2001:DB8:0:0::1", ["2001:db8::1"])).toBe(true);
  expect(isWithinNetworks("10.1.2.3", ["::/0"])).toBe(false);
});

test("an IPv4 address that a dual-stack socket shows as IPv6 is the IPv4 address", () => {
  expect(isWithinNetworks("::ffff:10.1.2.3", ["10.0.0.0/8"])).toBe(true);
});

test("what is no address lies in no network", () => {
  expect(isWithinNetworks("unknown", ["0.0.0.0/0", "::/0"])).toBe(false);
});

test("without trusted proxies the connection's own address counts, whatever a header says", () => {
  expect(callerAddress({ address: "192.0.2.7", forwardedFor: "10.0.0.1" }, [])).toBe("192.0.2.7");
  expect(callerAddress({ address: "192.0.2.7", forwardedFor: "10.0.0.1" }, ["127.0.0.1"])).toBe("192.0.2.7");
  expect(callerAddress({ address: undefined, forwardedFor: "10.0.0.1" }, ["127.0.0.1"])).toBeUndefined();
});

test("behind trusted proxies the last address that none of them added itself counts", () => {
  const proxies = ["127.0.0.1", "10.0.0.0/8"];
  const forwardedFor = "203.0.113.9, 192.0.2.7, 10.0.0.5";
  expect(callerAddress({ address: "127.0.0.1", forwardedFor }, proxies)).toBe("192.0.2.7");
  expect(callerAddress({ address: "127.0.0.1", forwardedFor: undefined }, proxies)).toBe("127.0.0.1");
  expect(callerAddress({ address: "127.0.0.1", forwardedFor: "10.0.0.5" }, proxies)).toBe("10.0.0.5");
  expect(callerAddress({ address: "127.0.0.1", forwardedFor: "203.0.113.9, nonsense" }, proxies)).toBe("nonsense");
});
