import * as fc from "fast-check";
import { callStatuses, directions } from "../../src/calls/call.ts";
import { asId } from "../../src/calls/ids.ts";
import type { CallQuery } from "../../src/engine/search/call-search.ts";
import type { Entry } from "./naive-search.ts";
import { makeAnalysis, makeCall, makeParty, makeTranscript, MONDAY_MS } from "./sample-calls.ts";

// Few words, so that random queries and random calls meet.
const word = fc.constantFrom(
  "price",
  "pricing",
  "demo",
  "demos",
  "buy",
  "bought",
  "plan",
  "Café",
  "价格",
  "a",
  "x1",
  "цена",
);
const words = (min: number, max: number) =>
  fc.array(word, { minLength: min, maxLength: max }).map((list) => list.join(" "));
const name = fc.constantFrom("Jane Doe", "John Doe", "Jane Smith", "Doe, John Q.", "Zoë", "");
const email = fc.constantFrom("jane@a.example", "JOHN@b.example", "price@a.example");
const phone = fc.constantFrom("+1 555-555-1212", "555 555 1212", "0049 30 1234567", "030 1234567", "1234", "none");
const userId = fc.constantFrom("u1", "u2", "u3").map((id) => asId<never>(id));
const disposition = fc.constantFrom("Intro Call", "intro call", "Café", "lost");
/** A minute of seconds, some of them with milliseconds, so that calls share seconds. */
const startMs = fc
  .tuple(fc.nat(60), fc.constantFrom(0, 0, 1, 500, 999))
  .map(([second, ms]) => MONDAY_MS + second * 1000 + ms);
const durationMs = fc.constantFrom(0, 1000, 60_000, 60_001);
/** Given four times out of five. */
const mostly = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 4 });
/** Given once in eight times. */
const seldom = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 7, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });
const half = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 1 });

const party = fc
  .record({ name: mostly(name), emailAddress: half(email), phoneNumber: half(phone) })
  .map((given) => makeParty(given));

const call = fc
  .record({
    startMs,
    title: mostly(words(0, 4)),
    primaryUserId: userId,
    direction: fc.constantFrom(...directions),
    disposition: mostly(disposition),
    statedDurationMs: mostly(durationMs),
    parties: fc.array(party, { maxLength: 3 }),
    status: fc.constantFrom(...callStatuses),
  })
  .map(({ status, ...given }) => makeCall({ ...given, processing: { status, warnings: [] } }));

const entry: fc.Arbitrary<Entry> = fc.record({
  call,
  transcript: mostly(fc.array(words(0, 5), { maxLength: 5 }).map((lines) => makeTranscript(lines))),
  analysis: half(fc.array(words(1, 2), { maxLength: 2 }).map(makeAnalysis)),
});

export const library = fc.array(entry, { minLength: 20, maxLength: 60 });

/** Any query of the first page, newest first; conditions are rare enough that most queries find something. */
export const query: fc.Arbitrary<CallQuery> = fc.record({
  fromMs: seldom(startMs),
  toMs: seldom(startMs),
  primaryUserIds: seldom(fc.array(userId, { maxLength: 2 })),
  keywords: mostly(fc.array(words(1, 2), { maxLength: 3 })),
  match: fc.constantFrom("all", "any"),
  direction: seldom(fc.constantFrom(...directions)),
  disposition: seldom(disposition),
  participantEmail: seldom(email),
  participantDomain: seldom(fc.constantFrom("a.example", "B.example", "c.example")),
  participantName: seldom(fc.constantFrom("jane", "doe", "jane doe", "john jane", "zoe")),
  participantPhone: seldom(fc.constantFrom("15555551212", "5551212", "1234567", "234567", "1234", "+49 30 1234567")),
  title: seldom(words(1, 2)),
  minDurationMs: seldom(durationMs),
  maxDurationMs: seldom(durationMs),
  statuses: seldom(fc.array(fc.constantFrom(...callStatuses), { maxLength: 2 })),
  sort: fc.constantFrom("recency", "relevance"),
  pageSize: fc.integer({ min: 1, max: 20 }),
  matchesPerCall: fc.constantFrom(0, 3),
});
