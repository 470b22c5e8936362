import { describe, expect, it } from "vitest";
import { companyTime, isDateTime } from "./company-time.ts";

describe("the company's clock", () => {
  const berlin = companyTime("Europe/Berlin");

  it("shows times with the offset of that day, and milliseconds only where there are some", () => {
    expect(berlin.format(Date.parse("2026-01-10T11:00:00Z"))).toBe("2026-01-10T12:00:00+01:00");
    expect(berlin.format(Date.parse("2026-06-10T19:50:07.428Z"))).toBe("2026-06-10T21:50:07.428+02:00");
    expect(companyTime("America/Los_Angeles").format(Date.parse("2026-01-10T11:00:00Z"))).toBe(
      "2026-01-10T03:00:00-08:00",
    );
    expect(companyTime("Asia/Kathmandu").format(Date.parse("2026-01-10T11:00:00Z"))).toBe("2026-01-10T16:45:00+05:45");
  });

  it("writes UTC as an offset, which older parsers take too", () => {
    expect(companyTime("UTC").format(0)).toBe("1970-01-01T00:00:00+00:00");
  });

  it("changes its offset at the very moment", () => {
    // Summer time began at 01:00 UTC.
    expect(berlin.format(Date.parse("2026-03-29T00:59:59.999Z"))).toBe("2026-03-29T01:59:59.999+01:00");
    expect(berlin.format(Date.parse("2026-03-29T01:00:00Z"))).toBe("2026-03-29T03:00:00+02:00");
  });

  it("begins a day at its own midnight", () => {
    expect(berlin.parse("2026-03-29")).toBe(Date.parse("2026-03-28T23:00:00Z"));
    expect(berlin.parse("2026-03-30")).toBe(Date.parse("2026-03-29T22:00:00Z"));
    expect(companyTime("Pacific/Auckland").parse("2026-01-10")).toBe(Date.parse("2026-01-09T11:00:00Z"));
    expect(companyTime("America/Los_Angeles").parse("2026-03-08")).toBe(Date.parse("2026-03-08T08:00:00Z"));
  });

  it("reads times by the offset they bring", () => {
    expect(berlin.parse("2018-02-18T02:30:00-07:00")).toBe(Date.parse("2018-02-18T09:30:00Z"));
    expect(berlin.parse("2026-06-12T17:38:36.197Z")).toBe(Date.parse("2026-06-12T17:38:36.197Z"));
  });

  it.each(["2026-01-10T11:00:00", "2026-13-01", "2026-02-30", "yesterday", ""])(
    "knows that %j is no moment",
    (text) => {
      expect(isDateTime(text)).toBe(false);
      expect(berlin.parse(text)).toBeUndefined();
    },
  );
});
