import { expect, it } from "vitest";
import { outcomeIdOf } from "./call-outcome.ts";

it.each([
  ["Meeting booked", "MEETING_BOOKED"],
  ["Not interested (other)", "NOT_INTERESTED_OTHER"],
  ["Rückruf – 2. Woche", "RÜCKRUF_2_WOCHE"],
  ["?!", undefined],
])("the id of %s is %s", (name, id) => {
  expect(outcomeIdOf(name)).toBe(id);
});
