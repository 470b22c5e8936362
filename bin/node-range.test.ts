import { describe, expect, it } from "vitest";
import packageJson from "../package.json" with { type: "json" };
import { fitsNodeRange } from "./node-range.js";

describe("a Node version", () => {
  const range = "^22.22.2 || >=24.15.0";

  it.each(["22.22.2", "22.23.0", "24.15.0", "24.21.0", "25.0.0", "v26.1.0", "24.15.0-nightly"])(
    "%s fits",
    (version) => {
      expect(fitsNodeRange(version, range)).toBe(true);
    },
  );

  it.each(["18.20.0", "20.20.2", "22.22.1", "22.9.9", "23.11.0", "24.14.9"])("%s does not fit", (version) => {
    expect(fitsNodeRange(version, range)).toBe(false);
  });

  it("is held against the range of package.json without trouble", () => {
    expect(fitsNodeRange(process.versions.node, packageJson.engines.node)).toBe(true);
  });

  it("is not guessed about when the range has another form", () => {
    expect(() => fitsNodeRange("24.21.0", "~24.1.0")).toThrow('"~24.1.0"');
  });
});
