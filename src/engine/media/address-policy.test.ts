import { expect, test } from "vitest";
import { SetupError } from "../../calls/errors.ts";
import { makeAddressPolicy } from "./address-policy.ts";

test("the public internet is allowed", () => {
  const policy = makeAddressPolicy([]);
  for (const address of ["93.184.216.34", "8.8.8.8", "2606:4700::1111", "172.32.0.1", "100.128.0.1"]) {
    expect(policy.isAllowed("media.example", address)).toBe(true);
  }
});

test("what is listed is allowed, and nothing beside it", () => {
  const policy = makeAddressPolicy(["10.1.0.0/16", " 192.168.7.7 ", "fd00:1::/32", "Recorder.Internal.", "::1", ""]);
  const allowed = (address: string, host = "x.example") => policy.isAllowed(host, address);
  expect([allowed("10.1.2.3"), allowed("10.2.0.1")]).toEqual([true, false]);
  expect([allowed("192.168.7.7"), allowed("192.168.7.8")]).toEqual([true, false]);
  expect([allowed("fd00:1::5"), allowed("fd00:2::5")]).toEqual([true, false]);
  expect([allowed("::1"), allowed("127.0.0.1")]).toEqual([true, false]);
  expect([allowed("10.9.9.9", "recorder.internal"), allowed("10.9.9.9", "evil.recorder.internal")]).toEqual([
    true,
    false,
  ]);
});

test("an IPv4 address in the clothes of IPv6 is the IPv4 address", () => {
  expect(makeAddressPolicy([]).isAllowed("x", "::ffff:10.0.0.1")).toBe(false);
  expect(makeAddressPolicy([]).isAllowed("x", "::ffff:8.8.8.8")).toBe(true);
  expect(makeAddressPolicy(["10.0.0.0/8"]).isAllowed("x", "::ffff:a00:1")).toBe(true);
});

test("what is no address is not allowed", () => {
  expect(makeAddressPolicy([]).isAllowed("x", "media.example")).toBe(false);
});

test("a network that is none is a mistake in the set-up", () => {
  expect(() => makeAddressPolicy(["10.0.0.0/99"])).toThrow(SetupError);
  expect(() => makeAddressPolicy(["10.0.0.0/99"])).toThrow('"10.0.0.0/99"');
});
