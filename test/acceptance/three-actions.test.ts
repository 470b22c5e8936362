import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type MediaHost, openMediaHost } from "../support/media-host.ts";
import {
  addCallText,
  type CallAnswer,
  getCallText,
  readSample,
  searchCallsText,
  type SearchAnswer,
} from "../support/sample-call.ts";
import { TestLibrary, type TestServer } from "../support/tamtam.ts";

let host: MediaHost;

beforeAll(async () => {
  host = await openMediaHost();
  host.put("/path/to/call.wav", { body: await readSample(), contentType: "audio/wav" });
});

afterAll(() => host[Symbol.asyncDispose]());

describe("the three commands of the page, pasted on the command line", () => {
  let library: TestLibrary;
  let callId: string;

  beforeAll(async () => {
    library = await TestLibrary.create();
    const { code, stdout, stderr } = await library.run(["run"], { input: addCallText(`${host.url}/path/to/call.wav`) });
    expect(stderr).toContain("is completed");
    expect(code).toBe(0);
    const added = JSON.parse(stdout) as { callId: string; status: string };
    expect(added).toEqual({ callId: expect.stringMatching(/^\d{10,19}$/), status: "Processing" });
    callId = added.callId;
  });

  afterAll(() => library[Symbol.asyncDispose]());

  test("get-call answers every field of the page", async () => {
    const call = await library.answer<CallAnswer>(["run"], getCallText(callId));
    expect(call).toMatchObject({
      callId,
      title: "Sales Call with Jane Smith",
      actualStart: "2025-01-13T01:30:00-08:00",
      primaryUser: { userId: "gong_user_id_12345", name: "John Doe", emailAddress: "john.doe@example.com" },
      direction: "Outbound",
      disposition: "Intro Call",
      status: "Completed",
    });
    expect(call["parties"]).toEqual([
      expect.objectContaining({ name: "John Doe", emailAddress: "john.doe@example.com", affiliation: "Internal" }),
      expect.objectContaining({ name: "Jane Smith", phoneNumber: "+1 555-555-1212", affiliation: "External" }),
    ]);
    expect(call.duration).toBeGreaterThan(30);
    expect(call.duration).toBeLessThan(120);
    expect(call.media.audioUrl).toMatch(/^file:/);
    expect(await fetchFile(call.media.audioUrl)).toEqual(Buffer.from(await readSample()));
    expect(call.media.videoUrl).toBeNull();
  });

  test("search-calls finds it by what was said and says where", async () => {
    const found = await library.answer<SearchAnswer>(["run"], searchCallsText);
    expect(found.pagination).toEqual({ totalRecords: 1, pageSize: 10, currentPage: 1 });
    const [call] = found.calls;
    expect(call?.callId).toBe(callId);
    expect(call?.media.audioUrl).toMatch(/^file:/);
    const spoken = call?.matches?.filter((match) => match.where === "transcript") ?? [];
    expect(new Set(spoken.map((match) => match.keyword))).toEqual(new Set(["sales", "demo"]));
    for (const match of spoken) {
      expect(match.text.toLowerCase()).toMatch(/sale|demo/);
      expect(["John Doe", "Jane Smith"]).toContain(match.speaker);
      expect(match.start).toBeGreaterThanOrEqual(0);
    }
    expect(call?.["content"]).toMatchObject({
      topics: expect.arrayContaining([
        expect.objectContaining({ name: expect.any(String), duration: expect.any(Number) }),
      ]),
      interactionStats: expect.arrayContaining([{ name: "Talk Ratio", value: expect.any(Number) }]),
    });
  });

  test("the one-line form, the subcommand and the shell give the same answer as the pasted command", async () => {
    const pasted = await library.answer(["run"], getCallText(callId));
    expect(await library.answer(["run"], `/your-gong-connection get-call call-id: ${callId}\n`)).toEqual(pasted);
    expect(await library.answer(["get-call", "--call-id", callId])).toEqual(pasted);
    const shell = await library.run(["shell"], { input: getCallText(callId) });
    expect(JSON.parse(shell.stdout)).toEqual(pasted);
  });

  test("adding it again answers with the first call and does nothing", async () => {
    const again = await library.answer(["run"], addCallText(`${host.url}/path/to/call.wav`));
    expect(again).toEqual({ callId, status: "Completed", duplicate: true });
    const { pagination } = await library.answer<SearchAnswer>(["search-calls"]);
    expect(pagination.totalRecords).toBe(1);
  });

  test("each sentence is the right person's", async () => {
    const call = await library.answer<CallAnswer>(["get-call", "--call-id", callId, "--include-transcript"]);
    const said = (speaker: string) =>
      call.transcript?.sentences
        .filter((sentence) => sentence.speaker === speaker)
        .map((sentence) => sentence.text.toLowerCase())
        .join(" ");
    expect(said("John Doe")).toMatch(/this is john/);
    expect(said("Jane Smith")).not.toMatch(/this is john/);
    expect(call.transcript?.sentences.every((sentence) => sentence.speaker !== null)).toBe(true);
  });
});

describe("the three commands of the page, sent to the server", () => {
  let library: TestLibrary;
  let server: TestServer;

  beforeAll(async () => {
    library = await TestLibrary.create();
    server = await library.serve();
  });

  afterAll(() => library[Symbol.asyncDispose]());

  test("do the same job, and links to the recording work without a key and answer byte ranges", async () => {
    const { callId } = await server.command<{ callId: string }>(addCallText(`${host.url}/path/to/call.wav`));
    const call = await server.command<CallAnswer>(getCallText(callId));
    expect(["Processing", "Completed"]).toContain(call.status);
    const { stderr } = await library.run(["run"], { input: addCallText(`${host.url}/path/to/call.wav`) });
    expect(stderr).not.toMatch(/error/i);
    let found = await server.command<SearchAnswer>(searchCallsText);
    while (found.calls[0]?.status !== "Completed") found = await server.command<SearchAnswer>(searchCallsText);
    expect(found.pagination).toEqual({ totalRecords: 1, pageSize: 10, currentPage: 1 });

    const link = found.calls[0]?.media.audioUrl ?? "";
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/media\//);
    const whole = await fetch(link);
    const bytes = Buffer.from(await whole.arrayBuffer());
    expect(bytes).toEqual(Buffer.from(await readSample()));
    const part = await fetch(link, { headers: { range: "bytes=100-199" } });
    expect(part.status).toBe(206);
    expect(Buffer.from(await part.arrayBuffer())).toEqual(bytes.subarray(100, 200));
    expect((await fetch(link.replace(/signature=[^&]+/, "signature=AAAA"))).status).toBe(403);
  });

  test("nothing is answered without the key", async () => {
    for (const path of ["/connection/command", "/connection/actions/search-calls"]) {
      expect((await fetch(new URL(path, server.url), { method: "POST" })).status).toBe(401);
      const wrong = { authorization: `Basic ${Buffer.from("TESTTESTTESTTEST:wrong").toString("base64")}` };
      expect((await fetch(new URL(path, server.url), { method: "POST", headers: wrong })).status).toBe(401);
    }
  });

  test("a file of the server's machine cannot be added from outside", async () => {
    const response = await server.fetch("/connection/command", {
      method: "POST",
      headers: { "content-type": "text/plain" },
      body: addCallText("file:///etc/passwd", "outside-1"),
    });
    expect(response.status).toBe(400);
    expect(JSON.stringify(await response.json())).toContain("download-media-url");
  });

  test("Ctrl-C ends it cleanly, and starting again keeps everything", async () => {
    expect(await server.stop()).toBe(0);
    server = await library.serve();
    const { pagination } = await server.action<SearchAnswer>("search-calls", {});
    expect(pagination.totalRecords).toBe(1);
  });
});

async function fetchFile(url: string | null): Promise<Buffer> {
  const { readFile } = await import("node:fs/promises");
  return readFile(new URL(url ?? ""));
}

test("whatever was given at upload is in the answer", async () => {
  await using library = await TestLibrary.create();
  const given = {
    purpose: "Qualification",
    scheduledStart: "2025-01-13T01:15:00-08:00",
    scheduledEnd: "2025-01-13T02:15:00-08:00",
    duration: 900,
    meetingUrl: "https://example.com/meeting",
    callProviderCode: "zoom",
    customData: '{"ticket": 7}',
    context: [
      {
        system: "Salesforce",
        objects: [{ objectType: "Account", objectId: "1", fields: [{ name: "Tier", value: null }] }],
      },
    ],
  };
  const contact = { system: "Generic", objects: [{ objectType: "Contact", objectId: "2", fields: [] }] };
  const parties = [
    { userId: "u1", partyId: "p1", mediaChannelId: 1, context: [contact] },
    { phoneNumber: "+1 555-555-1212", partyId: "p2", mediaChannelId: 0 },
  ];
  const speakersTimeline = { precise: true, speechSegments: [{ fromTime: 0, toTime: 900, partyIds: ["p1"] }] };
  const text = [
    "/your-gong-connection add-call",
    "actual-start: 2025-01-13T01:30:00-08:00",
    "client-unique-id: with-everything",
    "download-media-url: https://example.com/call.mp3",
    "call-title: Everything",
    "direction: Conference",
    "primary-user: u1",
    "language-code: en-GB",
    `participants: ${JSON.stringify(parties)}`,
    `speakers-timeline: ${JSON.stringify(speakersTimeline)}`,
    ...Object.entries(given).map(
      ([name, value]) => `${name}: ${typeof value === "object" ? JSON.stringify(value) : value}`,
    ),
  ].join("\n");
  await library.answer(["run", "--no-wait"], text);
  const byId = ["get-call", "--client-unique-id", "with-everything", "--include-transcript"];
  expect(await library.answer(byId)).toMatchObject({ ...given, language: "en-GB", parties, speakersTimeline });

  const elsewhere = text.replace("with-everything", "elsewhere").concat("\nworkspaceId: 623457276584334");
  const refused = await library.run(["run", "--no-wait"], { input: elsewhere });
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain("there is no workspace 623457276584334");
});
