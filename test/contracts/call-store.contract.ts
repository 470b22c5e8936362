import * as fc from "fast-check";
import { expect } from "vitest";
import { directions, type Call } from "../../src/calls/call.ts";
import { NotFoundError } from "../../src/calls/errors.ts";
import { asId, type CallId, type UserId } from "../../src/calls/ids.ts";
import type { Database, Transaction } from "../../src/engine/database/transaction.ts";
import type { CallStore, UserDirectory } from "../../src/engine/store/call-store.ts";
import { describeCases, type ContractCase, type OpenParts } from "./contract-cases.ts";
import { makeAnalysis, makeCall, makeParty, makeSpeaker, makeTranscript, MONDAY_MS } from "./sample-calls.ts";

export interface CallStoreParts extends AsyncDisposable {
  readonly database: Database;
  readonly calls: CallStore;
  readonly users: UserDirectory;
}

export function describeCallStoreContract(name: string, open: OpenParts<CallStoreParts>): void {
  describeCases(`${name} keeps calls`, callStoreCases, open);
}

const add = ({ database, calls }: CallStoreParts, ...added: Call[]) =>
  database.transact(async (transaction) => {
    for (const call of added) await calls.add(call, transaction);
  });

const text = fc.oneof(fc.string({ unit: "binary", maxLength: 12 }), fc.constantFrom("", "two\nlines", "'; --", "café"));
const scalar = fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null));
const time = fc.record({
  epochMs: fc.integer({ min: 0, max: 4e12 }),
  offsetMinutes: fc.integer({ min: -840, max: 840 }),
});
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const context = fc.array(
  fc.record({
    system: text,
    objects: fc.array(
      fc.record({ objectType: text, objectId: text, fields: fc.array(fc.record({ name: text, value: scalar })) }),
    ),
  }),
  { maxLength: 2 },
);
const party = fc.record({
  id: fc.integer({ min: 1 }).map((n) => asId<never>(String(n))),
  givenPartyId: maybe(text),
  userId: maybe(fc.constantFrom("u1", "u2").map((id) => asId<UserId>(id))),
  name: maybe(text),
  emailAddress: maybe(text),
  phoneNumber: maybe(text),
  affiliation: fc.constantFrom("Internal", "External", "Unknown"),
  mediaChannelId: maybe(fc.constantFrom(0, 1)),
  context,
});
const callFields = fc.record({
  title: maybe(text),
  purpose: maybe(text),
  actualStart: time,
  scheduledStart: maybe(time),
  scheduledEnd: maybe(time),
  statedDurationMs: maybe(fc.integer({ min: 0, max: 1e9 })),
  direction: fc.constantFrom(...directions),
  disposition: maybe(text),
  parties: fc.array(party, { maxLength: 4 }),
  context,
  customData: maybe(text),
  speakersTimeline: maybe(
    fc.record({
      isPrecise: fc.boolean(),
      segments: fc.array(fc.record({ startMs: fc.nat(), endMs: fc.nat(), partyIds: fc.array(text) }), { maxLength: 3 }),
    }),
  ),
  meetingUrl: maybe(text),
  callProviderCode: maybe(text),
  downloadMediaUrl: maybe(text),
  languageCode: maybe(text),
  createdMs: fc.integer({ min: 0, max: 4e12 }),
  processing: fc.record({
    status: fc.constantFrom("Processing", "Completed", "Failed"),
    stage: maybe(fc.constantFrom("download", "index")),
    progress: maybe(fc.double({ min: 0, max: 1, noNaN: true }).map((n) => n + 0)),
    failure: maybe(fc.record({ stage: fc.constant("decode" as const), code: text, reason: text })),
    warnings: fc.array(text),
  }),
  media: maybe(
    fc.record({
      sizeBytes: fc.nat(),
      sha256: text,
      contentType: text,
      hasVideo: fc.boolean(),
      audio: maybe(
        fc.record({
          durationMs: fc.nat(),
          channelCount: fc.nat(),
          isDualMono: fc.boolean(),
          codec: text,
          sampleRateHz: fc.nat(),
        }),
      ),
    }),
  ),
});

const media = { sizeBytes: 5, sha256: "ab", contentType: "audio/wav", hasVideo: false };

export const callStoreCases: readonly ContractCase<CallStoreParts>[] = [
  {
    name: "gives any call back exactly as it was added",
    async check(parts) {
      await fc.assert(
        fc.asyncProperty(callFields, async (fields) => {
          const call = makeCall(fields);
          await add(parts, call);
          expect(await parts.calls.get(call.id)).toEqual(call);
          expect(await parts.calls.getMany([call.id])).toEqual([call]);
        }),
        { numRuns: 60 },
      );
    },
  },
  {
    name: "adds one call for a client unique id and answers it to everybody who comes later",
    async check({ database, calls }) {
      const first = makeCall({ clientUniqueId: "same" });
      const answer = await database.transact((transaction) => calls.add(first, transaction));
      expect(answer).toEqual({ call: first, isDuplicate: false });
      const again = makeCall({ clientUniqueId: "same", title: "another title" });
      const within = await database.transact(async (transaction) => [
        await calls.add(again, transaction),
        await calls.add(again, transaction),
      ]);
      expect(within).toEqual([
        { call: first, isDuplicate: true },
        { call: first, isDuplicate: true },
      ]);
      expect(await calls.count()).toBe(1);
      expect(await calls.get(again.id)).toBeUndefined();
      expect(await calls.getByClientUniqueId("same")).toEqual(first);
      expect(await calls.getByClientUniqueId("Same")).toBeUndefined();
    },
  },
  {
    name: "counts all calls, or those whose client unique id begins so",
    async check(parts) {
      const ids = ["seed:1", "seed:2", "seed", "SEED:3", "seee", "é seed:", "seed:\u{1F600}", "other seed:4"];
      await add(parts, ...ids.map((clientUniqueId) => makeCall({ clientUniqueId })));
      expect(await parts.calls.count()).toBe(8);
      expect(await parts.calls.count("seed:")).toBe(3);
      expect(await parts.calls.count("%")).toBe(0);
    },
  },
  {
    name: "adds one call of 200 adds that come at once",
    async check({ database, calls }) {
      const attempts = Array.from({ length: 200 }, () => makeCall({ clientUniqueId: "same" }));
      const answers = await Promise.all(
        attempts.map((call) => database.transact((transaction) => calls.add(call, transaction))),
      );
      expect(new Set(answers.map((answer) => answer.call.id)).size).toBe(1);
      expect(answers.filter((answer) => !answer.isDuplicate)).toHaveLength(1);
    },
  },
  {
    name: "keeps client unique ids of different workspaces apart",
    async check(parts) {
      const one = makeCall({ clientUniqueId: "same", workspaceId: asId("1") });
      const other = makeCall({ clientUniqueId: "same", workspaceId: asId("2") });
      await add(parts, one, other);
      expect(await parts.calls.getMany([one.id, other.id])).toEqual([one, other]);
    },
  },
  {
    name: "gives many calls in the order asked for, without unknown ones",
    async check(parts) {
      const [a, b, c] = [makeCall(), makeCall(), makeCall()];
      await add(parts, a, b, c);
      const strange = ["0", "", "' OR 1=1 --", "__proto__", "9".repeat(30)].map((id) => asId<CallId>(id));
      expect(await parts.calls.getMany([c.id, ...strange, a.id, b.id])).toEqual([c, a, b]);
      expect(await parts.calls.getMany([])).toEqual([]);
      expect(await parts.calls.get(asId("generated_call_id_67890"))).toBeUndefined();
    },
  },
  {
    name: "shows nothing before it is committed, and nothing of what was rolled back",
    async check({ database, calls, users }) {
      const call = makeCall({ parties: [makeParty({ userId: asId("u1") })] });
      const failing = database.transact(async (transaction) => {
        await calls.add(call, transaction);
        expect(await calls.get(call.id)).toBeUndefined();
        throw new Error("changed my mind");
      });
      await expect(failing).rejects.toThrow("changed my mind");
      expect(await calls.count()).toBe(0);
      expect(await users.list()).toEqual([]);
    },
  },
  {
    name: "keeps what the stages find out, without touching the rest",
    async check(parts) {
      const call = makeCall({ statedDurationMs: 60_000 });
      await add(parts, call);
      const processing = { status: "Completed" as const, warnings: ["the last 49 s could not be read"] };
      await parts.database.transact(async (transaction) => {
        await parts.calls.setMedia(call.id, media, transaction);
        await parts.calls.setProcessing(call.id, processing, transaction);
      });
      expect(await parts.calls.get(call.id)).toEqual({ ...call, processing, media });
    },
  },
  {
    name: "keeps transcripts and analyses exactly, and replaces them when a stage is done again",
    async check(parts) {
      const call = makeCall();
      await add(parts, call);
      expect(await parts.calls.getTranscript(call.id)).toBeUndefined();
      expect(await parts.calls.getAnalysis(call.id)).toBeUndefined();
      for (const word of ["first", "second\nline"]) {
        const transcript = makeTranscript([`${word} try`, [1, "Yes."]]);
        const analysis = makeAnalysis([word]);
        await parts.database.transact(async (transaction) => {
          await parts.calls.setTranscript(call.id, transcript, transaction);
          await parts.calls.setAnalysis(call.id, analysis, transaction);
        });
        expect(await parts.calls.getTranscript(call.id)).toEqual(transcript);
        expect(await parts.calls.getAnalysis(call.id)).toEqual(analysis);
      }
    },
  },
  {
    name: "gives a page's transcripts without word times, and its analyses, in the order asked for",
    async check(parts) {
      const [a, b, bare] = [makeCall(), makeCall(), makeCall()];
      await add(parts, a, b, bare);
      const transcript = makeTranscript(["Hello there", [1, "Hi"]]);
      await parts.database.transact(async (transaction) => {
        for (const { id } of [a, b]) {
          await parts.calls.setTranscript(id, transcript, transaction);
          await parts.calls.setAnalysis(id, makeAnalysis([id]), transaction);
        }
      });
      const wordless = {
        ...transcript,
        sentences: transcript.sentences.map((sentence) => ({ ...sentence, words: [] })),
      };
      expect([...(await parts.calls.getTranscripts([b.id, bare.id, a.id]))]).toEqual([
        [b.id, wordless],
        [a.id, wordless],
      ]);
      expect([...(await parts.calls.getAnalyses([b.id, bare.id, a.id]))]).toEqual([
        [b.id, makeAnalysis([b.id])],
        [a.id, makeAnalysis([a.id])],
      ]);
    },
  },
  {
    name: "gives the sentences that are asked for by position, with who says them and when, and the voices",
    async check(parts) {
      const [a, b, bare] = [makeCall(), makeCall(), makeCall()];
      await add(parts, a, b, bare);
      const transcript = makeTranscript(["Hello there", [1, "Hi"], "How are you?"]);
      await parts.database.transact(async (transaction) => {
        for (const { id } of [a, b]) await parts.calls.setTranscript(id, transcript, transaction);
      });
      const [first, , third] = transcript.sentences.map((said) => ({
        speakerId: said.speakerId,
        startMs: said.startMs,
        text: said.text,
      }));
      const quotes = await parts.calls.getQuotes(
        new Map([
          [b.id, [2, 0, 2, 9]],
          [bare.id, [0]],
          [a.id, []],
        ]),
      );
      expect([...quotes]).toEqual([
        [b.id, { speakers: transcript.speakers, sentences: { 0: first, 2: third } }],
        [a.id, { speakers: transcript.speakers, sentences: {} }],
      ]);
    },
  },
  {
    name: "tells each party its voice when a speaker is surely that party, and takes back what no longer holds",
    async check(parts) {
      const [jane, john] = [makeParty({ name: "Jane" }), makeParty({ name: "John" })];
      const call = makeCall({ parties: [jane, john] });
      await add(parts, call);
      const voices = async () => (await parts.calls.get(call.id))?.parties.map((each) => each.speakerId);
      const say = (speakers: Parameters<typeof makeTranscript>[1]) =>
        parts.database.transact((transaction) =>
          parts.calls.setTranscript(call.id, makeTranscript(["Hi"], speakers), transaction),
        );
      await say([makeSpeaker("5", { partyId: john.id }), makeSpeaker("6", { source: "channel-side" })]);
      expect(await voices()).toEqual([undefined, "5"]);
      await say([makeSpeaker("7", { partyId: jane.id })]);
      expect(await voices()).toEqual(["7", undefined]);
    },
  },
  {
    name: "edits what people may correct of a call with its voices, and leaves the rest",
    async check(parts) {
      const rep = asId<UserId>("rep-1");
      const [ann, bob] = [makeParty({ name: "Ann", userId: rep }), makeParty({ name: "Bob" })];
      const call = makeCall({ title: "Old", purpose: "Demo", customData: "kept", parties: [ann, bob] });
      await add(parts, call);
      const transcript = makeTranscript(["Hello."], [makeSpeaker("31", { partyId: ann.id, affiliation: "Internal" })]);
      await parts.database.transact((tx) => parts.calls.setTranscript(call.id, transcript, tx));
      await parts.database.transact((tx) => parts.users.remove(rep, tx));
      const eva = makeParty({ name: "Eva", userId: asId<UserId>("rep-2") });
      const { purpose: _none, ...rest } = call;
      const edited = {
        ...rest,
        title: "New",
        direction: "Inbound" as const,
        parties: [ann, bob, eva],
        customData: "x",
      };
      const speakers = [makeSpeaker("31", { partyId: bob.id, affiliation: "External" })];
      await parts.database.transact((tx) => parts.calls.edit(edited, speakers, tx));
      const parties = [ann, { ...bob, speakerId: asId("31") }, eva];
      expect(await parts.calls.get(call.id)).toEqual({ ...edited, customData: "kept", parties });
      expect(await parts.calls.getTranscript(call.id)).toEqual({ ...transcript, speakers });
      // Only whom the edit brought is entered: what is known of others may be newer.
      expect((await parts.users.list()).map(({ id }) => id)).toEqual(["rep-2"]);
      await parts.database.transact((tx) => parts.calls.edit({ ...edited, title: undefined }, undefined, tx));
      expect(await parts.calls.get(call.id)).toMatchObject({ direction: "Inbound", parties: [ann, bob, eva] });
      expect((await parts.calls.getTranscript(call.id))?.speakers).toEqual(speakers);
    },
  },
  {
    name: "refuses to write about a call that is not there",
    async check({ database, calls }) {
      const id = asId<CallId>("404");
      const writes: ((transaction: Transaction) => Promise<void>)[] = [
        (transaction) => calls.setProcessing(id, { status: "Completed", warnings: [] }, transaction),
        (transaction) => calls.setMedia(id, media, transaction),
        (transaction) => calls.setTranscript(id, makeTranscript([]), transaction),
        (transaction) => calls.setAnalysis(id, makeAnalysis(), transaction),
        (transaction) => calls.edit(makeCall({ id }), undefined, transaction),
      ];
      for (const write of writes) await expect(database.transact(write)).rejects.toBeInstanceOf(NotFoundError);
    },
  },
  {
    name: "removes a call with everything about it, so that its client unique id is free again",
    async check(parts) {
      const [call, other] = [makeCall({ clientUniqueId: "same" }), makeCall()];
      await add(parts, call, other);
      await parts.database.transact(async (transaction) => {
        for (const { id } of [call, other]) await parts.calls.setTranscript(id, makeTranscript(["Hi"]), transaction);
        await parts.calls.setAnalysis(call.id, makeAnalysis(), transaction);
        await parts.calls.remove(call.id, transaction);
        await parts.calls.remove(call.id, transaction);
      });
      expect(await parts.calls.get(call.id)).toBeUndefined();
      expect(await parts.calls.getTranscript(call.id)).toBeUndefined();
      expect(await parts.calls.getAnalysis(call.id)).toBeUndefined();
      expect(await parts.calls.getTranscript(other.id)).toEqual(makeTranscript(["Hi"]));
      const again = makeCall({ clientUniqueId: "same" });
      const answer = await parts.database.transact((transaction) => parts.calls.add(again, transaction));
      expect(answer.isDuplicate).toBe(false);
      expect(await parts.calls.getTranscript(again.id)).toBeUndefined();
      expect(await parts.calls.count()).toBe(2);
    },
  },
  {
    name: "scans every call, in the order in which they were added, also those that are added meanwhile",
    async check(parts) {
      const calls = Array.from({ length: 450 }, () => makeCall());
      await add(parts, ...calls);
      const late = makeCall();
      const seen: CallId[] = [];
      for await (const call of parts.calls.scan()) {
        if (seen.push(call.id) === 1) await add(parts, late);
      }
      expect(seen).toEqual([...calls, late].map(({ id }) => id));
    },
  },
  {
    name: "says of every analysed call which version its analysis is of",
    async check(parts) {
      const calls = Array.from({ length: 450 }, () => makeCall());
      await add(parts, makeCall(), ...calls);
      await parts.database.transact(async (transaction) => {
        for (const [index, { id }] of calls.entries()) {
          await parts.calls.setAnalysis(id, { ...makeAnalysis(), version: `v${index}` }, transaction);
        }
      });
      const seen: unknown[] = [];
      for await (const analysed of parts.calls.analysed()) seen.push(analysed);
      expect(seen).toEqual(calls.map(({ id }, index) => ({ callId: id, version: `v${index}` })));
    },
  },
  {
    name: "removes a user from the directory",
    async check(parts) {
      const [gone, stays] = ["u1", "u2"].map((id) =>
        makeParty({ userId: asId(id), emailAddress: `${id}@${id}.example` }),
      );
      await add(parts, makeCall({ parties: [gone, stays].flatMap((user) => user ?? []) }));
      await parts.database.transact(async (transaction) => {
        await parts.users.remove(asId("u1"), transaction);
        await parts.users.remove(asId("nobody"), transaction);
      });
      expect((await parts.users.list()).map(({ id }) => id)).toEqual(["u2"]);
      expect(await parts.users.domains()).toEqual(new Set(["u2.example"]));
    },
  },
  {
    name: "enters the users that calls name: later calls fill in what was missing, and the newest that says something wins",
    async check(parts) {
      const id = asId<UserId>("u1");
      const party1 = makeParty({ userId: id, name: "J. Doe" });
      const party2 = makeParty({ userId: id, name: "", emailAddress: "John@Example.com" });
      const party3 = makeParty({ userId: id, name: "John Doe", phoneNumber: "+1 555" });
      const first = makeCall({ parties: [party1, makeParty({ name: "Not a user" })], createdMs: MONDAY_MS });
      await add(parts, first, makeCall({ parties: [party2] }), makeCall({ parties: [party3] }));
      const whole = {
        id,
        name: "John Doe",
        emailAddress: "John@Example.com",
        phoneNumber: "+1 555",
        createdMs: MONDAY_MS,
      };
      expect(await parts.users.get(id)).toEqual(whole);
      expect(await parts.users.list()).toEqual([whole]);
      expect(await parts.users.domains()).toEqual(new Set(["example.com"]));
      const ignored = makeCall({
        clientUniqueId: first.clientUniqueId,
        parties: [makeParty({ userId: id, name: "Other" })],
      });
      await add(parts, ignored);
      expect(await parts.users.get(id)).toEqual(whole);
    },
  },
  {
    name: "enters users with what they are in the company, once; calls that name them later leave that as it is",
    async check(parts) {
      const [head, rep] = [asId<UserId>("head"), asId<UserId>("rep")];
      const both = [
        { id: head, name: "Ada", emailAddress: "Ada@Example.com", title: "Head of Sales", createdMs: 5 },
        { id: rep, name: "Ben", phoneNumber: "+1 555", title: "Account Executive", managerId: head, createdMs: 6 },
      ];
      await parts.database.transact(async (transaction) => {
        for (const user of both) await parts.users.add(user, transaction);
        await parts.users.add({ id: rep, name: "Somebody else", createdMs: 9 }, transaction);
      });
      expect(await parts.users.list()).toEqual(both);
      expect(await parts.users.domains()).toEqual(new Set(["example.com"]));
      await add(parts, makeCall({ parties: [makeParty({ userId: rep, name: "Benjamin" })] }));
      expect(await parts.users.get(rep)).toEqual({ ...both[1], name: "Benjamin" });
    },
  },
  {
    name: "lists users by when they came, gives many in the order asked for, and knows their domains",
    async check(parts) {
      const user = (userId: string, emailAddress?: string) => makeParty({ userId: asId(userId), emailAddress });
      await add(parts, makeCall({ parties: [user("z", "z@a.example"), user("a")], createdMs: 5 }));
      await add(parts, makeCall({ parties: [user("m", "m@b.example"), user("z", "z@c.example")], createdMs: 6 }));
      const ids = async (from: Promise<readonly { readonly id: UserId }[]>) => (await from).map(({ id }) => id);
      expect(await ids(parts.users.list())).toEqual(["a", "z", "m"]);
      expect(await ids(parts.users.getMany(["m", "nobody", "a"].map((id) => asId<UserId>(id))))).toEqual(["m", "a"]);
      expect(await parts.users.get(asId("nobody"))).toBeUndefined();
      expect(await parts.users.domains()).toEqual(new Set(["b.example", "c.example"]));
    },
  },
];
