import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readSample } from "../support/sample-call.ts";
import { TestLibrary, type TestServer, until } from "../support/tamtam.ts";

/** As much of Gong's answers as these tests look at. */
interface Answer {
  readonly requestId: string;
  readonly errors?: readonly string[];
  readonly callId?: string;
  readonly url?: string;
  readonly records?: { readonly totalRecords: number; readonly cursor?: string };
  readonly calls?: readonly Readonly<Record<string, any>>[]; // oxlint-disable-line typescript/no-explicit-any -- read as a client would
  readonly callTranscripts?: readonly {
    readonly callId: string;
    readonly transcript: readonly {
      readonly speakerId: string;
      readonly sentences: readonly { readonly start: number; readonly end: number; readonly text: string }[];
    }[];
  }[];
}

let library: TestLibrary;
let server: TestServer;
let callId: string;

beforeAll(async () => {
  library = await TestLibrary.create({ TAMTAM_TIME_ZONE: "Europe/Berlin" });
  server = await library.serve();
});

afterAll(() => library[Symbol.asyncDispose]());

async function send(method: string, path: string, body?: unknown): Promise<{ status: number; answer: Answer }> {
  const response = await server.fetch(path, {
    method,
    ...(body === undefined
      ? {}
      : body instanceof FormData
        ? { body }
        : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
  });
  const answer = (await response.json()) as Answer;
  expect(response.headers.get("x-traceid")).toBe(answer.requestId);
  return { status: response.status, answer };
}

const january = { fromDateTime: "2025-01-13T09:30:00Z", toDateTime: "2025-01-13T09:30:01Z" };

describe("a call on Gong's own paths", () => {
  test("is added without a recording, and does not show yet", async () => {
    const { status, answer } = await send("POST", "/v2/calls", {
      clientUniqueId: "pbx-77",
      actualStart: "2025-01-13T01:30:00-08:00",
      title: "Sales Call with Jane Smith",
      direction: "Outbound",
      disposition: "Intro Call",
      languageCode: "en-US",
      primaryUser: "9067931441193858457",
      parties: [
        { userId: "9067931441193858457", name: "John Doe", emailAddress: "john.doe@example.com", mediaChannelId: 0 },
        { name: "Jane Smith", phoneNumber: "+1 555-555-1212", mediaChannelId: 1 },
      ],
    });
    expect(status).toBe(200);
    expect(answer).toEqual({ requestId: expect.any(String), callId: expect.stringMatching(/^\d{10,19}$/) });
    callId = answer.callId ?? "";
    const { status: listed, answer: empty } = await send("GET", "/v2/calls");
    expect(listed).toBe(404);
    expect(empty.errors).toEqual(["No calls found corresponding to the provided filters"]);
    expect((await send("GET", `/v2/calls/${callId}`)).answer.errors).toEqual([`Call ID ${callId} was not found`]);
  });

  test("takes its recording, and shows once that was processed", async () => {
    const form = new FormData();
    form.append("mediaFile", new Blob([Uint8Array.from(await readSample())], { type: "audio/wav" }), "call.wav");
    const sent = await send("PUT", `/v2/calls/${callId}/media`, form);
    expect(sent.status).toBe(201);
    expect(sent.answer).toEqual({
      requestId: expect.any(String),
      callId,
      url: expect.stringMatching(new RegExp(`^http.*/call\\?id=${callId}$`)),
    });
    const shown = await until(
      () => send("GET", "/v2/calls"),
      ({ status }) => status !== 404,
    );
    expect(shown.status).toBe(200);
    expect(shown.answer).toMatchObject({
      records: { totalRecords: 1, currentPageSize: 1, currentPageNumber: 0 },
      calls: [
        {
          id: callId,
          title: "Sales Call with Jane Smith",
          started: "2025-01-13T10:30:00+01:00",
          scheduled: null,
          primaryUserId: "9067931441193858457",
          direction: "Outbound",
          scope: "External",
          media: "Audio",
          language: "eng",
          sdrDisposition: "Intro Call",
          clientUniqueId: "pbx-77",
        },
      ],
    });
  });

  test("comes with everything that is asked for, and its links work without a key", async () => {
    const { status, answer } = await send("POST", "/v2/calls/extensive", {
      filter: january,
      contentSelector: {
        exposedFields: {
          parties: true,
          content: { topics: true, brief: true },
          interaction: { speakers: true, personInteractionStats: true, questions: true },
          media: true,
        },
      },
    });
    expect(status).toBe(200);
    const [call] = answer.calls ?? [];
    expect(Object.keys(call ?? {}).sort()).toEqual(["content", "interaction", "media", "metaData", "parties"]);
    expect(call?.["parties"]).toMatchObject([
      { name: "John Doe", affiliation: "Internal", speakerId: expect.any(String) },
      { name: "Jane Smith", affiliation: "External", speakerId: expect.any(String) },
    ]);
    expect(call?.["content"].brief).toEqual(expect.any(String));
    expect(call?.["interaction"].speakers).toHaveLength(2);
    expect(call?.["interaction"].questions.companyCount).toBeGreaterThan(0);
    const recording = await fetch(call?.["media"].audioUrl);
    expect(Buffer.from(await recording.arrayBuffer())).toEqual(Buffer.from(await readSample()));
  });

  test("has its parts, its key points and what is to be done, in its own words", async () => {
    const content = { structure: true, outline: true, highlights: true, keyPoints: true };
    const { answer } = await send("POST", "/v2/calls/extensive", {
      filter: { callIds: [callId] },
      contentSelector: { exposedFields: { content } },
    });
    const found = answer.calls?.[0]?.["content"];
    expect(found.structure).toHaveLength(found.outline.length);
    expect(found.outline[0]).toMatchObject({ section: expect.stringMatching(/\w/), items: expect.any(Array) });
    expect(found.keyPoints[0].text).toMatch(/^(?:John Doe|Jane Smith): \w/);
    const [nextSteps] = found.highlights;
    expect(nextSteps.title).toBe("Next steps");
    const texts: string[] = nextSteps.items.map(({ text }: { text: string }) => text);
    expect(texts.some((text) => /^John Doe: .*send the pricing/i.test(text))).toBe(true);
  });

  test("has a transcript whose voices are the parties'", async () => {
    const [detailed, transcribed] = await Promise.all([
      send("POST", "/v2/calls/extensive", {
        filter: { callIds: [callId] },
        contentSelector: { exposedFields: { parties: true } },
      }),
      send("POST", "/v2/calls/transcript", { filter: { callIds: [callId] } }),
    ]);
    const parties = detailed.answer.calls?.[0]?.["parties"] as { name: string; speakerId: string }[]; // as just asked for
    const john = parties.find((party) => party.name === "John Doe");
    const monologues = transcribed.answer.callTranscripts?.[0]?.transcript ?? [];
    const said = (isJohn: boolean) =>
      monologues
        .filter(({ speakerId }) => (speakerId === john?.speakerId) === isJohn)
        .flatMap(({ sentences }) => sentences.map((sentence) => sentence.text.toLowerCase()))
        .join(" ");
    expect(said(true)).toContain("this is john");
    expect(said(false)).not.toContain("this is john");
    const last = monologues.at(-1)?.sentences.at(-1);
    expect(last?.end).toBeGreaterThan(30_000);
    expect(last?.end).toBeLessThan(120_000);
  });

  test("leaves the range at its end, and answers in Gong's words", async () => {
    const filter = { ...january, fromDateTime: "2025-01-13T09:30:00.001Z" };
    for (const path of ["/v2/calls/extensive", "/v2/calls/transcript"]) {
      const { status, answer } = await send("POST", path, { filter });
      expect(status).toBe(404);
      expect(answer.errors).toEqual(["No calls found corresponding to the provided filters"]);
    }
  });

  test("can be shared with users one by one", async () => {
    const list = { callAccessList: [{ callId, userIds: ["1597409306735779049"] }] };
    expect((await send("PUT", "/v2/calls/users-access", list)).status).toBe(200);
    const asked = await send("POST", "/v2/calls/users-access", { filter: { callIds: [callId] } });
    expect(asked.answer).toMatchObject({ callAccessList: [{ callId, users: [{ userId: "1597409306735779049" }] }] });
    expect((await send("DELETE", "/v2/calls/users-access", list)).status).toBe(200);
    const after = await send("POST", "/v2/calls/users-access", { filter: { callIds: [callId] } });
    expect(after.answer).toMatchObject({ callAccessList: [{ callId, users: [] }] });
  });

  test("that is added again is the same call", async () => {
    const { status, answer } = await send("POST", "/v2/calls", {
      clientUniqueId: "pbx-77",
      actualStart: "2025-01-13T01:30:00-08:00",
      direction: "Inbound",
      primaryUser: "9067931441193858457",
      parties: [{ userId: "9067931441193858457" }],
    });
    expect(status).toBe(200);
    expect(answer.callId).toBe(callId);
  });
});
