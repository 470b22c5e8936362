import { describe, expect, it } from "vitest";
import { splitName } from "./user-account.ts";

describe("the two parts of a name", () => {
  it.each([
    ["Ann Ford", undefined, "Ann", "Ford"],
    ["Eva van Dam", undefined, "Eva van", "Dam"],
    ["Eva van Dam", "van Dam", "Eva", "van Dam"],
    // A call says another name than the one that was entered.
    ["Eva Stone", "van Dam", "Eva", "Stone"],
    ["Eva", undefined, "Eva", undefined],
    ["van Dam", "van Dam", undefined, "van Dam"],
    ["Eva", "", "Eva", undefined],
    [undefined, "van Dam", undefined, undefined],
  ])("%s with the last name %s are %s and %s", (name, lastName, first, last) => {
    expect(splitName(name, lastName)).toEqual({ firstName: first, lastName: last });
  });
});
