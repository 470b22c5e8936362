import { afterEach, beforeEach, expect, it } from "vitest";
import type { AuditActor, AuditLogName } from "../../src/calls/audit-entry.ts";
import { asId, type CallId } from "../../src/calls/ids.ts";
import { GongServer } from "./gong-server.ts";
import { bareCall, fillLibrary, fullCall } from "./library.ts";

let server: GongServer;

beforeEach(async () => {
  server = await GongServer.open();
  await fillLibrary(server);
  const users = { method: "POST", path: "/tamtam/v1/users", body: { id: "510", firstName: "Mia" } };
  expect((await server.send(users)).status).toBe(201);
  const manager = { method: "PATCH", path: "/tamtam/v1/users/501", body: { managerId: "510" } };
  expect((await server.send(manager)).status).toBe(200);
});

afterEach(() => server[Symbol.asyncDispose]());

const TIME_MS = Date.parse("2026-05-01T10:00:00Z");
const mia: AuditActor = { kind: "key", id: "K", userId: asId("510") };

function play(callId: CallId, actor: AuditActor = mia, log: AuditLogName = "UserCallPlay", timeMs = TIME_MS): void {
  server.parts.auditLog.note({ logs: [log], timeMs, actor, operation: "media", callIds: [callId] });
}

async function listenedTo(): Promise<unknown> {
  const query = {
    "workspace-id": "300",
    "manager-id": "510",
    from: "2026-05-01T10:00:00Z",
    to: "2026-05-01T10:00:01Z",
  };
  const { body } = await server.send({ method: "GET", path: "/v2/coaching", query });
  const [data] = body["coachingData"] as { directReportsMetrics: { metrics: Record<string, unknown> }[] }[]; // of one manager
  return data?.directReportsMetrics.map(({ metrics }) => metrics["callsListenedTo"]);
}

it("counts the report's calls whose recording the manager fetched in that time, each once", async () => {
  expect(await listenedTo()).toEqual([[]]);
  play(fullCall.id);
  play(fullCall.id);
  expect(await listenedTo()).toEqual([[fullCall.id]]);
});

it("does not count who is not known, other people, other times, other calls and other logs", async () => {
  play(fullCall.id, { kind: "link" });
  play(fullCall.id, { kind: "key", id: "K", userId: asId("502") });
  play(fullCall.id, mia, "UserCallPlay", TIME_MS - 1);
  play(fullCall.id, mia, "UserCallPlay", TIME_MS + 1000);
  play(fullCall.id, mia, "AccessLog");
  play(bareCall.id);
  expect(await listenedTo()).toEqual([[]]);
});
