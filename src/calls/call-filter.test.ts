import { expect, it } from "vitest";
import { passesCallFilter, readCallFilter } from "./call-filter.ts";

const outbound = '{"type":"And","filters":[{"type":"CallDirection","terms":["OUTBOUND"]}]}';

it.each(["{}", '{"sort": null, "search": null}', '{"type":"And","filters":[]}'])("takes %s for all calls", (text) => {
  expect(readCallFilter(text)).toEqual({ filter: {} });
});

it("keeps to the directions that are named", () => {
  const read = readCallFilter(outbound);
  expect(read).toEqual({ filter: { directions: ["Outbound"] } });
  expect(passesCallFilter({ direction: "Outbound" }, { directions: ["Outbound"] })).toBe(true);
  expect(passesCallFilter({ direction: "Inbound" }, { directions: ["Outbound"] })).toBe(false);
  expect(passesCallFilter({ direction: "Inbound" }, {})).toBe(true);
});

it("takes several filters together", () => {
  const both =
    '{"type":"And","filters":[{"type":"CallDirection","terms":["OUTBOUND","INBOUND"]},{"type":"CallDirection","terms":["INBOUND"]}]}';
  expect(readCallFilter(both)).toEqual({ filter: { directions: ["Inbound"] } });
});

it.each([
  "",
  "[]",
  "outbound",
  '{"type":"Or","filters":[]}',
  '{"type":"And","filters":[{"type":"CallDuration","terms":["1"]}]}',
  '{"type":"And","filters":[{"type":"CallDirection","terms":["SIDEWAYS"]}]}',
  '{"type":"And","filters":[],"search":"x"}',
])("refuses %j rather than count other calls than were meant", (text) => {
  expect(readCallFilter(text)).toEqual({ problem: expect.stringContaining("must be {} for all calls") });
});
