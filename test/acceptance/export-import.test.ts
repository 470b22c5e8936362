import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addCallText, type CallAnswer, samplePath, type SearchAnswer } from "../support/sample-call.ts";
import { ACCESS_KEY, ACCESS_KEY_SECRET, TestLibrary } from "../support/tamtam.ts";

interface ImportAnswer {
  readonly calls: { readonly added: number; readonly changed: number; readonly present: number };
}

describe("a library as a folder of files", () => {
  let library: TestLibrary;
  let folder: string;
  let recordedId: string;

  beforeAll(async () => {
    library = await TestLibrary.create();
    folder = join(library.dataDir, "exported");
    await library.answer(["seed", "--calls", "8", "--until", "2025-06-30"]);
    ({ callId: recordedId } = await library.answer<{ callId: string }>(["run"], addCallText(samplePath)));
    await library.answer(["export", folder, "--media"]);
  });

  afterAll(() => library[Symbol.asyncDispose]());

  test("has each call in Gong's shape, its captions and its recording", async () => {
    const call = await readJson(join(folder, "calls", `${recordedId}.json`));
    expect(call).toMatchObject({ metaData: { id: recordedId, title: "Sales Call with Jane Smith" } });
    const captions = await readFile(join(folder, "transcripts", `${recordedId}.vtt`), "utf8");
    expect(captions).toMatch(/^WEBVTT\n\n00:00:\d{2}\.\d{3} --> 00:00:\d{2}\.\d{3}\n<v (?:John Doe|Jane Smith)>/);
    expect(await readFile(join(folder, "media", `${recordedId}.wav`))).toEqual(await readFile(samplePath));
    const [header, ...lines] = (await readFile(join(folder, "calls.csv"), "utf8")).trimEnd().split("\r\n");
    expect(header).toMatch(/^id,title,started,duration,/);
    expect(lines).toHaveLength(9);
  });

  test("comes back as it was: another library that imports it exports the same files", async () => {
    await using other = await TestLibrary.create();
    const answer = await other.answer<ImportAnswer>(["import", folder]);
    expect(answer).toMatchObject({ calls: { added: 9, changed: 0, present: 0 }, transcripts: 9, media: 1 });
    const again = await other.answer<ImportAnswer>(["import", folder]);
    expect(again).toMatchObject({ calls: { added: 0, changed: 0, present: 9 }, media: 1 });
    const copy = join(other.dataDir, "copy");
    await other.answer(["export", copy, "--media"]);
    const [before, after] = [await readTree(folder), await readTree(copy)];
    expect(after).toEqual(before);
  });

  test("is searched after an import, with the person on each sentence", async () => {
    await using other = await TestLibrary.create();
    await other.answer(["import", folder]);
    const search = ["search-calls", "--keywords", "demo", "--include-content", "--from-date", "2025-01-13T00:00:00Z"];
    const [here, there] = [await library.answer<SearchAnswer>(search), await other.answer<SearchAnswer>(search)];
    expect(there.calls.map(({ callId, matches }) => ({ callId, matches }))).toEqual(
      here.calls.map(({ callId, matches }) => ({ callId, matches })),
    );
    expect(there.calls.length).toBeGreaterThan(0);
  });

  test("is written of a named connection as the other side answers, with its recordings", async () => {
    await using server = await library.serve();
    await using own = await TestLibrary.create({
      TAMTAM_CONNECTION_ACME_ACCESS_KEY: ACCESS_KEY,
      TAMTAM_CONNECTION_ACME_ACCESS_KEY_SECRET: ACCESS_KEY_SECRET,
      TAMTAM_CONNECTION_ACME_BASE_URL: server.url,
      TAMTAM_MEDIA_ALLOW_HOSTS: "",
    });
    const copy = join(own.dataDir, "copy");
    const answer = await own.answer(["export", copy, "--connection", "acme", "--media"]);
    expect(answer).toMatchObject({ calls: 9, transcripts: 9, media: 1 });
    const [before, after] = [await readTree(folder), await readTree(copy)];
    const theirs = Object.keys(before).filter((path) => !/^(?:records\/|holdings\/|trackers\.json)/.test(path));
    expect(Object.keys(after).toSorted()).toEqual(theirs.toSorted());
    const sameText = theirs.filter((path) => /^(?:media|transcripts|users)/.test(path));
    expect(sameText.length).toBeGreaterThan(9 * 4);
    for (const path of sameText) expect(after[path]).toEqual(before[path]);
    expect((await readdir(own.dataDir)).filter((name) => name.startsWith("export-"))).toEqual([]);
    expect((await own.answer<SearchAnswer>(["search-calls"])).pagination.totalRecords).toBe(0);
  });

  test("is not written where there is something, and not read where there is nothing", async () => {
    const full = await library.run(["export", folder]);
    expect(full).toMatchObject({ code: 2, stdout: "" });
    expect(full.stderr).toContain("is not empty");
    const missing = await library.run(["import", join(library.dataDir, "nowhere")]);
    expect(missing).toMatchObject({ code: 2, stdout: "" });
    expect(missing.stderr).toContain("is not there");
  });
});

describe("answers of Gong's API that somebody kept", () => {
  test("are imported as they are, edits replace, and broken files stop everything", async () => {
    await using library = await TestLibrary.create();
    const folder = join(library.dataDir, "kept");
    await mkdir(folder);
    const write = (name: string, value: unknown) => writeFile(join(folder, name), JSON.stringify(value));
    await write("page-1.json", { requestId: "r1", records: {}, calls: [gongCall("7782342274025937895", "Pricing")] });
    await write("transcripts.json", { requestId: "r2", callTranscripts: [gongTranscript("7782342274025937895")] });
    await write("notes.json", { nothing: "of interest" });
    expect(await library.answer<ImportAnswer>(["import", folder])).toMatchObject({
      calls: { added: 1 },
      transcripts: 1,
      ignored: ["notes.json"],
    });

    const { calls } = await library.answer<SearchAnswer>([
      "search-calls",
      "--keywords",
      "discount",
      "--include-content",
    ]);
    expect(calls).toMatchObject([
      {
        callId: "7782342274025937895",
        title: "Pricing",
        matches: [{ text: "Is there a discount?", start: 1.5, speaker: "Dana Reyes" }],
        content: { brief: "They talked about the price." },
      },
    ]);

    await write("page-1.json", { calls: [gongCall("7782342274025937895", "Pricing, again")] });
    expect(await library.answer<ImportAnswer>(["import", folder])).toMatchObject({ calls: { added: 0, changed: 1 } });
    const edited = await library.answer<CallAnswer>(["get-call", "--call-id", "7782342274025937895"]);
    expect(edited).toMatchObject({ title: "Pricing, again" });

    await write("page-2.json", { calls: [gongCall("7782342274025937896", "New")] });
    await writeFile(join(folder, "page-3.json"), "{");
    const broken = await library.run(["import", folder]);
    expect(broken).toMatchObject({ code: 2, stdout: "" });
    expect(broken.stderr).toMatch(/page-3\.json.*is not valid JSON/s);
    expect((await library.answer<SearchAnswer>(["search-calls"])).pagination.totalRecords).toBe(1);
    expect(await library.answer<ImportAnswer>(["import", folder, "--skip-broken"])).toMatchObject({
      calls: { added: 1, changed: 0, present: 1 },
      skipped: [{ path: "page-3.json" }],
    });
  });
});

describe("calls of a tenant", () => {
  test("go from library to library as the tenant sent them", async () => {
    await using library = await TestLibrary.create();
    await using other = await TestLibrary.create();
    const kept = join(library.dataDir, "kept.json");
    const answers = {
      calls: [gongCall("7782342274025937895", "Pricing")],
      callTranscripts: [gongTranscript("7782342274025937895")],
    };
    await writeFile(kept, `\uFEFF${JSON.stringify(answers)}`);
    await library.answer(["import", kept]);
    const exported = join(library.dataDir, "exported");
    await library.answer(["export", exported]);
    expect(await other.answer(["import", exported])).toMatchObject({
      calls: { added: 1 },
      transcripts: 1,
      ignored: [],
    });
    const again = join(other.dataDir, "again");
    await other.answer(["export", again]);
    const [before, after] = [await readTree(exported), await readTree(again)];
    expect(before["calls/7782342274025937895.json"]).toMatchObject({
      content: { brief: "They talked about the price." },
    });
    expect(Object.keys(before).filter((path) => path.startsWith("records"))).toEqual([]);
    const theirs = Object.entries(before).filter(([path]) => /^(?:calls|transcripts)/.test(path));
    expect(Object.entries(after)).toEqual(expect.arrayContaining(theirs));
  });
});

/** As `POST /v2/calls/extensive` has it. */
function gongCall(id: string, title: string) {
  return {
    metaData: {
      id,
      url: `https://us-12345.app.gong.io/call?id=${id}`,
      title,
      scheduled: null,
      started: "2025-03-04T10:00:00+01:00",
      duration: 61,
      primaryUserId: "234599484848423",
      direction: "Outbound",
      system: "Zoom",
      scope: "External",
      media: "Video",
      language: "eng",
      workspaceId: "623457276584334",
      sdrDisposition: null,
      clientUniqueId: `unique-${id}`,
      customData: null,
      purpose: null,
      meetingUrl: null,
      isPrivate: false,
      calendarEventId: null,
    },
    parties: [
      {
        id: "56825452554556",
        emailAddress: "dana@customer.example",
        name: "Dana Reyes",
        title: null,
        userId: null,
        speakerId: "6432345678555530067",
        affiliation: "External",
        phoneNumber: null,
        methods: ["Attendee"],
      },
    ],
    content: { brief: "They talked about the price." },
  };
}

/** As `POST /v2/calls/transcript` has it. */
function gongTranscript(callId: string) {
  const sentences = [{ start: 1500, end: 2900, text: "Is there a discount?" }];
  return { callId, transcript: [{ speakerId: "6432345678555530067", topic: "Pricing", sentences }] };
}

/** Every file below the folder by its path, JSON as its value. When it was written is not what was written. */
async function readTree(folder: string): Promise<Record<string, unknown>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files = paths.map(async (path): Promise<[string, unknown]> => {
    const text = (await readFile(path, "latin1")).replace(/"exported": "[^"]*"/, '"exported": null');
    return [relative(folder, path), path.endsWith(".json") ? JSON.parse(text) : text];
  });
  return Object.fromEntries(await Promise.all(files));
}

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, "utf8"));
}
