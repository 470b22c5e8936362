import { writeFile } from "node:fs/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import { asId, type UserId } from "../../src/calls/ids.ts";
import type { LogEntry } from "../../src/gong-api/schemas/list-logs.ts";
import type { GongServer } from "../gong/gong-server.ts";
import { bareCall, fullCall } from "../gong/library.ts";
import { ActingUserWorld } from "./acting-user-world.ts";

let world: ActingUserWorld;
let server: GongServer;

beforeEach(async () => {
  world = await ActingUserWorld.open();
  ({ server } = world);
  const { media } = server.parts;
  for (const { id } of [fullCall, bareCall]) {
    await writeFile(await media.stagingPath(id, "original"), new Uint8Array(1000));
    await media.commit(id, "original");
  }
});

afterEach(() => world[Symbol.asyncDispose]());

const fetchMedia = (path: string, withKey: boolean) => (withKey ? world.fetch(path) : fetch(`${world.url}${path}`));

async function logged(logType: string): Promise<readonly (LogEntry & { logRecord: { callId?: string } })[]> {
  world.actAs(undefined);
  const from = new URLSearchParams({ logType, fromDateTime: "2026-06-12T00:00:00Z" });
  const response = await world.fetch(`/v2/logs?${from}`);
  const { logEntries = [] } = (await response.json()) as { logEntries?: LogEntry[] };
  return logEntries;
}

async function linkOf(callId: string): Promise<string> {
  const { body } = await world.act("get-call", { "call-id": callId });
  return (body["media"] as { audioUrl: string }).audioUrl;
}

it("a recording is fetched with the key where the user sees the call, and is a play of theirs", async () => {
  expect((await fetchMedia(`/media/${fullCall.id}/audio`, true)).status).toBe(200);
  expect((await fetchMedia(`/media/${bareCall.id}/audio`, true)).status).toBe(404);
  expect(await logged("UserCallPlay")).toMatchObject([{ userId: "501", logRecord: { callId: fullCall.id } }]);
});

it("a recording is played by a link that was made for the user, as a play of theirs that names no key", async () => {
  const link = await linkOf(fullCall.id);
  expect(new URLSearchParams(link.split("?")[1]).get("user")).toBe("501");
  expect((await fetchMedia(link, false)).status).toBe(200);
  expect((await fetchMedia(link.replace("user=501", "user=502"), false)).status).toBe(403);
  expect(await logged("UserCallPlay")).toMatchObject([
    { userId: "501", logRecord: { callId: fullCall.id, accessKey: null, action: "play-audio" } },
  ]);
  expect(await logged("ExternallySharedCallPlay")).toEqual([]);
  // The one that somebody changed: whose it was is not believed.
  expect(await logged("ExternallySharedCallAccess")).toMatchObject([{ userId: null, logRecord: { status: 403 } }]);
});

it("a recording is noted once where a key comes along with a link that works", async () => {
  expect((await fetchMedia(await linkOf(fullCall.id), true)).status).toBe(200);
  expect(await logged("UserCallPlay")).toHaveLength(1);
});

it("a recording is not played any more by a user's link once they do not see the call", async () => {
  await world.grant(bareCall.id, "501");
  const link = await linkOf(bareCall.id);
  expect((await fetchMedia(link, false)).status).toBe(200);
  const access = [{ callId: bareCall.id, userIds: [asId<UserId>("501")] }];
  await server.parts.database.transact((transaction) => server.parts.callAccess.revoke(access, transaction));
  expect((await fetchMedia(link, false)).status).toBe(404);
});

it("a recording is played by the company's links as before: nobody knows by whom", async () => {
  world.actAs(undefined);
  const link = await linkOf(fullCall.id);
  expect(link).not.toContain("user=");
  expect((await fetchMedia(link, false)).status).toBe(200);
  expect(await logged("ExternallySharedCallPlay")).toMatchObject([
    { userId: null, logRecord: { callId: fullCall.id } },
  ]);
  expect(await logged("UserCallPlay")).toEqual([]);
});
