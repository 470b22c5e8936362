import { activityCounters } from "../../../../src/gong-api/activity.ts";
import { expect, test } from "vitest";
import { sortedRows, teamRows } from "./team-rows.ts";

const none = Object.fromEntries(activityCounters.map((name) => [name, 0])) as Record<
  (typeof activityCounters)[number],
  number
>; // has every counter
const users = [{ id: "1", name: "Ann", emailAddress: null, title: "AE", isActive: true }];
const rows = teamRows(
  [
    { userId: "1", userEmailAddress: null, personInteractionStats: [{ name: "Talk Ratio", value: 0.4 }] },
    { userId: "2", userEmailAddress: "bo@ours.example", personInteractionStats: [{ name: "Talk Ratio", value: 0.7 }] },
  ],
  [
    { userId: "1", userEmailAddress: null, userAggregateActivityStats: { ...none, callsAsHost: 3 } },
    { userId: "3", userEmailAddress: null, userAggregateActivityStats: { ...none, callsAttended: 1 } },
  ],
  users,
);

test("a user has a row with both kinds of figures, by the best name there is", () => {
  expect(
    rows.map(({ name, title, figures }) => [name, title, figures.get("Talk Ratio"), figures.get("callsAsHost")]),
  ).toEqual([
    ["Ann", "AE", 0.4, 3],
    ["bo@ours.example", null, 0.7, undefined],
    ["3", null, undefined, 0],
  ]);
});

test("rows are in the order of a figure, and who has none comes last", () => {
  const names = (by: string, isAscending: boolean) => sortedRows(rows, by, isAscending).map(({ name }) => name);
  expect(names("Talk Ratio", false)).toEqual(["bo@ours.example", "Ann", "3"]);
  expect(names("Talk Ratio", true)).toEqual(["Ann", "bo@ours.example", "3"]);
  expect(names("name", true)).toEqual(["3", "Ann", "bo@ours.example"]);
});
