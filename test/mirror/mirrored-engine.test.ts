import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEngine, type Engine } from "../../src/engine/engine.ts";
import type { SqliteDatabase } from "../../src/engine/database/sqlite-database.ts";
import { SqliteImportedCallStore } from "../../src/engine/store/sqlite-imported-call-store.ts";
import { SqliteSyncStateStore } from "../../src/engine/store/sqlite-sync-state-store.ts";
import type { CallCriteria } from "../../src/calls/call-criteria.ts";
import { everything } from "../../src/mirror/everything.ts";
import { createMirror } from "../../src/mirror/mirror.ts";
import { GongServer } from "../gong/gong-server.ts";
import { bareCall, fillLibrary, fullCall } from "../gong/library.ts";

const selection = { context: "Extended", includeContent: true, includeMedia: false, includeTranscript: true } as const;
const everyCall: CallCriteria = { match: "all", sort: "recency", pageSize: 10 };

describe("the mirror of another library", () => {
  let tenant: GongServer;
  let copy: GongServer;
  let source: Engine;
  let mirrored: Engine;

  beforeAll(async () => {
    [tenant, copy] = await Promise.all([GongServer.open(), GongServer.open()]);
    await fillLibrary(tenant);
    source = createEngine(tenant.parts);
    const database = copy.parts.database as SqliteDatabase; // what GongServer opens
    const imported = new SqliteImportedCallStore(database);
    mirrored = createEngine({ ...copy.parts, imported });
    const mirror = createMirror(
      {
        ...copy.parts,
        imported,
        syncState: new SqliteSyncStateStore(database),
        api: source.api,
        removeCalls: async () => {},
      },
      { pollIntervalMs: 900_000 },
    );
    await mirror.sync(new AbortController().signal);
  });

  afterAll(async () => {
    await Promise.all([tenant[Symbol.asyncDispose](), copy[Symbol.asyncDispose]()]);
  });

  it("answers Gong's lists of calls as the other one does, its addresses among them", async () => {
    expect(await mirrored.api.listCalls({})).toEqual(await source.api.listCalls({}));
    expect(await mirrored.api.getCall({ id: fullCall.id })).toEqual(await source.api.getCall({ id: fullCall.id }));
  });

  it("answers every block of a detailed call as the other one does", async () => {
    const request = { filter: {}, contentSelector: everything };
    expect(await mirrored.api.listCallsExtensive(request)).toEqual(await source.api.listCallsExtensive(request));
  });

  it("answers only what was asked for", async () => {
    for (const contentSelector of [
      {},
      { context: "Basic" as const },
      { exposedFields: { parties: true, content: { brief: true } } },
      { exposedFields: { interaction: { speakers: true, questions: true } } },
    ]) {
      const request = { filter: { callIds: [fullCall.id] }, contentSelector };
      expect(await mirrored.api.listCallsExtensive(request)).toEqual(await source.api.listCallsExtensive(request));
    }
  });

  it("answers transcripts as the other one does, monologue by monologue", async () => {
    expect(await mirrored.api.getCallTranscripts({ filter: {} })).toEqual(
      await source.api.getCallTranscripts({ filter: {} }),
    );
  });

  it("answers users and workspaces as the other one does", async () => {
    expect((await mirrored.api.listUsers({})).users).toEqual((await source.api.listUsers({})).users);
    const { workspaces } = await source.api.listWorkspaces({});
    expect((await mirrored.api.listWorkspaces({})).workspaces).toEqual(workspaces);
  });

  it("shows actions the tenant's own words and figures", async () => {
    const own = await mirrored.status.getCall({ callId: fullCall.id }, selection);
    const other = await source.status.getCall({ callId: fullCall.id }, selection);
    expect(other?.data.content?.outline).toHaveLength(2);
    expect(own?.data.content).toMatchObject(other?.data.content ?? {});
    expect(own?.data.interaction?.interactionStats).toEqual(other?.data.interaction?.interactionStats);
    expect(own?.url).toBe("https://tamtam.example/call?id=1000000000000000001");
    expect(own?.primaryUser).toEqual(other?.primaryUser);
    expect(own?.transcript?.sentences.map(({ text, speakerName, start }) => ({ text, speakerName, start }))).toEqual(
      other?.transcript?.sentences.map(({ text, speakerName, start }) => ({ text, speakerName, start })),
    );
  });

  it("finds calls by what was said, by topic, by party and by title", async () => {
    const find = async (keywords: readonly string[]) => {
      const found = await mirrored.finding.findCalls({ ...everyCall, keywords }, selection);
      return found.calls.map(({ data, matches }) => [data.metaData.id, matches?.[0]?.where]);
    };
    expect(await find(["budget"])).toEqual([[fullCall.id, "transcript"]]);
    expect(await find(["pricing"])).toEqual([[fullCall.id, "topic"]]);
    expect(await find(["Carol Reed"])).toEqual([[fullCall.id, "party"]]);
    expect(await find(["good morning"])).toEqual([[bareCall.id, "transcript"]]);
  });

  it("refuses to change or delete a call that the tenant would send again", async () => {
    const id = fullCall.id;
    await expect(mirrored.editing.editCall({ id, title: "Mine" })).rejects.toThrow(/edit it there/);
    await expect(mirrored.erasing.deleteCall(id)).rejects.toThrow(/mirrored from the tenant.*delete it there/);
    expect((await mirrored.api.getCall({ id })).call).toEqual((await source.api.getCall({ id })).call);
  });

  it("counts what the tenant measured", async () => {
    const request = { filter: { fromDate: "2026-03-01", toDate: "2026-03-10" } };
    expect(await mirrored.api.listInteractionStats(request)).toEqual(await source.api.listInteractionStats(request));
  });
});
