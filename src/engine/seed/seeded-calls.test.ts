import { describe, expect, it } from "vitest";
import { asId } from "../../calls/ids.ts";
import { createAnalyzer } from "../analysis/create-analyzer.ts";
import { makeCompany } from "./company.ts";
import type { SeededCall } from "./make-call.ts";
import { planCalls } from "./seeded-calls.ts";

const UNTIL_MS = Date.UTC(2025, 5, 30);
const DAY_MS = 86_400_000;

function makeCalls(seed: string, callCount: number, untilMs = UNTIL_MS): SeededCall[] {
  const plan = { seed, company: makeCompany(seed), callCount, untilMs, workspaceId: asId<never>("1") };
  return [...planCalls(plan)].map((planned) => planned.make());
}

const calls = makeCalls("any", 150);
const spokenBy = ({ call, transcript }: SeededCall) => {
  const partyOf = new Map(call.parties.map((party) => [party.id, party]));
  const speakers = transcript.speakers.map(({ id, partyId }) => [id, partyId && partyOf.get(partyId)] as const);
  return new Map(speakers);
};

describe("the calls of a seed", () => {
  it("are the same every time, ids included", () => {
    expect(makeCalls("any", 40)).toEqual(calls.slice(0, 40));
    expect(makeCompany("any")).toEqual(makeCompany("any"));
  });

  it("are others for another seed", () => {
    const others = makeCalls("another", 40);
    const ids = new Set(others.map(({ call }) => call.clientUniqueId));
    expect(calls.filter(({ call }) => ids.has(call.clientUniqueId))).toEqual([]);
    expect(others.map(textOf)).not.toEqual(calls.slice(0, 40).map(textOf));
    expect(makeCompany("another").employees[0]?.user.id).not.toBe(makeCompany("any").employees[0]?.user.id);
  });

  it("move in time with the date and stay what they are", () => {
    const later = makeCalls("any", 40, UNTIL_MS + 7 * DAY_MS);
    const moves = later.map(
      ({ call }, index) => call.actualStart.epochMs - (calls[index]?.call.actualStart.epochMs ?? 0),
    );
    expect(new Set(moves)).toEqual(new Set([7 * DAY_MS]));
    expect(later.map(({ call }) => call.clientUniqueId)).toEqual(
      calls.slice(0, 40).map(({ call }) => call.clientUniqueId),
    );
    expect(later.map(({ transcript }) => transcript.sentences.length)).toEqual(
      calls.slice(0, 40).map(({ transcript }) => transcript.sentences.length),
    );
  });

  it("have ids and client unique ids of their own", () => {
    const ids = calls.flatMap(({ call }) => [call.id, ...call.parties.map((party) => party.id)]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => /^\d{15,19}$/.test(id))).toBe(true);
    expect(new Set(calls.map(({ call }) => call.clientUniqueId)).size).toBe(calls.length);
  });

  it("are of the year before the date, on working days and in working hours of the rep", () => {
    for (const { call } of calls) {
      const { epochMs, offsetMinutes } = call.actualStart;
      expect(epochMs + (call.statedDurationMs ?? 0)).toBeLessThan(UNTIL_MS);
      expect(epochMs).toBeGreaterThan(UNTIL_MS - 366 * DAY_MS);
      const local = new Date(epochMs + offsetMinutes * 60_000);
      expect([1, 2, 3, 4, 5]).toContain(local.getUTCDay());
      expect(local.getUTCHours()).toBeGreaterThanOrEqual(8);
      expect(local.getUTCHours()).toBeLessThan(17);
    }
  });

  it("go on with an account in order, and on the day that was said", () => {
    const accounts = Map.groupBy(calls, ({ call }) => call.clientUniqueId.split(":").at(-2));
    const followed = [...accounts.values()].flatMap((list) =>
      list.slice(1).map((next, index) => ({ before: list[index], next })),
    );
    const announced = followed.filter(({ before, next }) => {
      if (!before) return false;
      expect(next.call.actualStart.epochMs).toBeGreaterThan(before.call.actualStart.epochMs);
      const start = next.call.scheduledStart ?? next.call.actualStart;
      const day = new Date(start.epochMs + start.offsetMinutes * 60_000).getUTCDate();
      return new RegExp(`day the ${day}(st|nd|rd|th)`).test(textOf(before));
    });
    expect(followed.length).toBeGreaterThan(50);
    expect(announced.length).toBe(followed.length);
  });
});

describe("a call of a seed", () => {
  it("is spoken by its parties, each on their side, and has both sides", () => {
    for (const made of calls) {
      const speakers = spokenBy(made);
      for (const { affiliation, partyId } of made.transcript.speakers) {
        expect(made.call.parties.find(({ id }) => id === partyId)?.affiliation).toBe(affiliation);
      }
      const sides = made.transcript.sentences.map(({ speakerId }) => speakers.get(speakerId)?.affiliation);
      expect(new Set(sides)).toEqual(new Set(["Internal", "External"]));
      const host = made.call.parties.find(({ userId }) => userId === made.call.primaryUserId);
      expect([...speakers.values()]).toContain(host);
    }
  });

  it("has from 40 to 200 sentences whose times rise and end within the call", () => {
    for (const { call, transcript } of calls) {
      expect(transcript.sentences.length).toBeGreaterThanOrEqual(40);
      expect(transcript.sentences.length).toBeLessThanOrEqual(200);
      for (const [index, sentence] of transcript.sentences.entries()) {
        expect(sentence.startMs).toBeGreaterThanOrEqual(transcript.sentences[index - 1]?.startMs ?? 0);
        expect(sentence.endMs).toBeGreaterThan(sentence.startMs);
        expect(sentence.endMs).toBeLessThanOrEqual(call.statedDurationMs ?? 0);
      }
    }
  });

  it("never has two people of one side speak at once, while the sides sometimes do", () => {
    let crosstalkCount = 0;
    for (const made of calls) {
      const speakers = spokenBy(made);
      const ends = new Map<string, number>();
      for (const { speakerId, startMs, endMs } of made.transcript.sentences) {
        const side = speakers.get(speakerId)?.affiliation ?? "Unknown";
        expect(startMs).toBeGreaterThanOrEqual(ends.get(side) ?? 0);
        const other = side === "Internal" ? "External" : "Internal";
        if (startMs < (ends.get(other) ?? 0)) crosstalkCount += 1;
        ends.set(side, endMs);
      }
    }
    expect(crosstalkCount).toBeGreaterThan(calls.length);
  });

  it("is said in whole sentences, with nothing of the patterns left", () => {
    for (const made of calls) {
      expect(textOf(made)).not.toMatch(/[{}|]|undefined|\s\s| [.,?]/);
      for (const { text } of made.transcript.sentences) expect(text).toMatch(/^[\p{Lu}\d$].*[.?!]$/u);
    }
  });

  it("does not say the same passage twice", () => {
    for (const made of calls) {
      const long = made.transcript.sentences.map(({ text }) => text).filter((text) => text.split(" ").length > 9);
      expect(new Set(long).size).toBe(long.length);
    }
  });

  it("uses invented addresses only, and tells the CRM's objects of its customers", () => {
    for (const { call } of calls) {
      for (const party of call.parties) {
        expect(party.emailAddress).toMatch(/^[a-z.]+@[a-z]+\.example$/);
        expect(party.context.length).toBe(party.affiliation === "External" ? 1 : 0);
      }
      expect(call.context[0]?.objects[0]?.objectType).toBe("Account");
    }
  });
});

describe("the analysis of a seed's calls", () => {
  it("varies from call to call as it does in life", () => {
    const analyzer = createAnalyzer();
    const analyses = calls.map(({ call, transcript }) =>
      analyzer.analyze(transcript, { durationMs: call.statedDurationMs ?? 0 }),
    );
    const talkRatios = analyses.map(({ interactionStats }) => interactionStats.talkRatio ?? -1);
    expect(Math.min(...talkRatios)).toBeGreaterThan(0.25);
    expect(Math.min(...talkRatios)).toBeLessThan(0.45);
    expect(Math.max(...talkRatios)).toBeGreaterThan(0.65);
    expect(Math.max(...talkRatios)).toBeLessThan(0.9);
    const patience = analyses.map(({ interactionStats }) => interactionStats.patienceMs ?? -1);
    expect(Math.min(...patience)).toBeLessThan(300);
    expect(Math.max(...patience)).toBeGreaterThan(1_000);
    const asking = analyses.filter(({ questions }) => questions.some(({ side }) => side === "nonCompany"));
    expect(asking.length).toBeGreaterThan(calls.length / 2);
    const topics = new Set(analyses.flatMap((analysis) => analysis.topics.map(({ name }) => name)));
    expect(topics.size).toBeGreaterThanOrEqual(14);
    expect(analyses.filter((analysis) => analysis.topics.length >= 2).length).toBeGreaterThan(calls.length * 0.9);
    for (const { questions, keyphrases, brief } of analyses) {
      expect(questions.some(({ side }) => side === "company")).toBe(true);
      expect(keyphrases.length).toBeGreaterThan(0);
      expect(brief.length).toBeGreaterThan(0);
    }
  });
});

describe("the company of a seed", () => {
  it("has one head, and everybody else reports to somebody who is there", () => {
    const users = makeCompany("any").employees.map(({ user }) => user);
    const heads = users.filter(({ managerId }) => managerId === undefined);
    expect(heads.map(({ title }) => title)).toEqual(["Chief Revenue Officer"]);
    const ids = new Set(users.map(({ id }) => id));
    expect(ids.size).toBe(users.length);
    expect(users.every(({ managerId }) => managerId === undefined || ids.has(managerId))).toBe(true);
    expect(new Set(users.map(({ name }) => name)).size).toBe(users.length);
  });
});

function textOf({ transcript }: SeededCall): string {
  return transcript.sentences.map(({ text }) => text).join(" ");
}
