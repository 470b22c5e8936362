import { describe, expect, it } from "vitest";
import { nextMeeting } from "./next-meeting.ts";
import { makeRandom } from "./random.ts";

// Monday, 6 January 2025, 09:00 in Phoenix.
const monday = { epochMs: Date.UTC(2025, 0, 6, 16), offsetMinutes: -420 };
const at = (month: number, day: number, hours: number, minutes = 0) => ({
  epochMs: Date.UTC(2025, month - 1, day, hours + 7, minutes),
  offsetMinutes: -420,
});

describe("nextMeeting", () => {
  it("says when the next call is, on the rep's clock", () => {
    const say = (planned: typeof monday) => nextMeeting(monday, planned, makeRandom("any"));
    expect(say(at(1, 14, 10, 30))).toEqual({ nextDay: "Tuesday the 14th", nextTime: "10:30" });
    expect(say(at(1, 22, 14))).toEqual({ nextDay: "Wednesday the 22nd", nextTime: "2 o'clock" });
    expect(say(at(1, 23, 12, 15))).toEqual({ nextDay: "Thursday the 23rd", nextTime: "12:15" });
    expect(say(at(1, 13, 9))).toEqual({ nextDay: "Monday the 13th", nextTime: "9 o'clock" });
  });

  it("says the month of what is far away", () => {
    expect(nextMeeting(monday, at(3, 31, 9), makeRandom("any")).nextDay).toBe("Monday the 31st of March");
  });

  it("makes up a working day where nothing is planned", () => {
    for (let number = 0; number < 50; number += 1) {
      const { nextDay, nextTime } = nextMeeting(monday, undefined, makeRandom(number));
      expect(nextDay).toMatch(/^(Monday|Tuesday|Wednesday|Thursday|Friday) the (1\d|20)th$/);
      expect(nextTime).toBe("9 o'clock");
    }
  });
});
