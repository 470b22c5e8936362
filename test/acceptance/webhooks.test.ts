import { afterAll, beforeAll, expect, test } from "vitest";
import type { ListLogsResponse } from "../../src/gong-api/schemas/list-logs.ts";
import type { ListWebhookDeliveriesResponse } from "../../src/gong-api/tamtam/list-webhook-deliveries.ts";
import type { WebhookKeyResponse } from "../../src/gong-api/tamtam/webhook-key.ts";
import { type MediaHost, openMediaHost } from "../support/media-host.ts";
import { addCallParameters, readSample } from "../support/sample-call.ts";
import { TestLibrary, type TestServer, until } from "../support/tamtam.ts";
import { type Received, sha256Hex, verifiedClaims, WebhookReceiver } from "../support/webhook-receiver.ts";

let host: MediaHost;
let receiver: WebhookReceiver;
let library: TestLibrary;

beforeAll(async () => {
  host = await openMediaHost();
  receiver = await WebhookReceiver.open();
  const body = await readSample();
  for (const n of [1, 2]) host.put(`/call-${n}.wav`, { body, contentType: "audio/wav" });
  library = await TestLibrary.create({ TAMTAM_WEBHOOK_ALLOW_HOSTS: "127.0.0.1" });
});

afterAll(async () => {
  await library[Symbol.asyncDispose]();
  await receiver[Symbol.asyncDispose]();
  await host[Symbol.asyncDispose]();
});

async function json<T>(server: TestServer, path: string, method = "GET", body?: object): Promise<T> {
  const headers = { "content-type": "application/json" };
  const response = await server.fetch(path, { method, ...(body && { headers, body: JSON.stringify(body) }) });
  return (await response.json()) as T; // each call says what it asks for
}

async function deliveries(server: TestServer): Promise<ListWebhookDeliveriesResponse["deliveries"]> {
  return (await json<ListWebhookDeliveriesResponse>(server, "/tamtam/v1/webhook-deliveries")).deliveries;
}

test("a receiver is told of a call when it has been processed, also by a server that was killed meanwhile, and not of a seed", async () => {
  const first = await library.serve();
  await json(first, "/tamtam/v1/webhook-rules", "POST", { name: "CRM", url: receiver.url });
  const { callId } = await first.action<{ callId: string }>(
    "add-call",
    addCallParameters(`${host.url}/call-1.wav`, "told"),
  );
  await until(
    async () => receiver.received.length,
    (count) => count > 0,
  );
  const told: Received = receiver.received[0] ?? { path: "", headers: {}, body: "{}" };
  const { publicKeyPem } = await json<WebhookKeyResponse>(first, "/tamtam/v1/webhook-key");
  expect(verifiedClaims(told.headers["authorization"] ?? "", publicKeyPem)).toEqual({
    webhook_url: receiver.url,
    body_sha256: sha256Hex(told.body),
  });
  const { callData } = JSON.parse(told.body) as { callData: { metaData: { id: string }; media: { audioUrl: string } } };
  expect(callData.metaData.id).toBe(callId);
  expect((await fetch(callData.media.audioUrl)).headers.get("content-type")).toBe("audio/wav");

  receiver.answers = ["never"];
  await first.action("add-call", addCallParameters(`${host.url}/call-2.wav`, "killed"));
  await until(
    async () => receiver.received.length,
    (count) => count > 1,
  );
  first.process.kill("SIGKILL");
  receiver.answers = [{ status: 200 }];
  await using second = await library.serve();
  const [unsettled] = await deliveries(second);
  expect(unsettled).toMatchObject({ state: "waiting", attempts: [] });
  await json(second, `/tamtam/v1/webhook-deliveries/${unsettled?.id}/resend`, "POST");
  await until(
    () => deliveries(second),
    ([newest]) => newest?.state === "delivered",
  );
  expect(receiver.received[2]?.headers["tamtam-delivery"]).toBe(receiver.received[1]?.headers["tamtam-delivery"]);

  expect((await library.run(["seed", "--calls", "5", "--add"])).code).toBe(0);
  expect(await deliveries(second)).toHaveLength(2);
});

test("what was done on the command line and over HTTP is in the log, through a restart", async () => {
  await using own = await TestLibrary.create();
  const made = await own.answer<{ accessKey: string }>(["keys", "create", "--name", "n8n", "--json"]);
  const first = await own.serve();
  await json(first, "/tamtam/v1/workspaces", "POST", { name: "Europe" });
  expect(await first.stop()).toBe(0);
  await using second = await own.serve();
  const { logEntries } = await json<ListLogsResponse>(
    second,
    "/v2/logs?logType=UserActivityLog&fromDateTime=2025-01-01T00:00:00Z",
  );
  expect(logEntries.map(({ logRecord }) => logRecord.action)).toEqual(["create-access-key", "createWorkspace"]);
  const [created] = logEntries;
  expect(created?.logRecord).toMatchObject({
    httpRequest: null,
    customData: [{ key: "subject-id", values: [made.accessKey] }],
  });
});
