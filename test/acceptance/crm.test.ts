import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { TestLibrary, type TestServer, until } from "../support/tamtam.ts";

interface RequestStatus {
  readonly status: string;
  readonly totalErrorCount: number;
  readonly totalSuccessCount: number;
}

const LINES = 30_000;

async function send<T>(server: TestServer, method: string, path: string, body?: FormData | string): Promise<T> {
  const headers: Record<string, string> = typeof body === "string" ? { "content-type": "application/json" } : {};
  const response = await server.fetch(path, { method, headers, ...(body !== undefined && { body }) });
  const text = await response.text();
  expect(response.status, text).toBeLessThan(300);
  // As a client has to that keeps the digits of a 64-bit number.
  return JSON.parse(text.replaceAll(/"integrationId":(\d+)/g, '"integrationId":"$1"')) as T; // the answers are Gong's
}

test("a CRM's file is taken whole by a running server, kill -9 in between or not", async () => {
  await using library = await TestLibrary.create();
  const first = await library.serve();
  const registration = JSON.stringify({ ownerEmail: "ann@ours.example", name: "CRM" });
  const { integrationId } = await send<{ integrationId: string }>(first, "PUT", "/v2/crm/integrations", registration);
  const query = `integrationId=${integrationId}&clientRequestId=all`;
  const contact = (n: number) => ({ objectId: `c-${n}`, modifiedDate: "2026-01-10T08:00:00Z", title: `Clerk ${n}` });
  const lines = Array.from({ length: LINES }, (_, n) => `${JSON.stringify(n === 9_999 ? {} : contact(n))}\n`);
  const form = new FormData();
  form.append("dataFile", new Blob(lines), "contacts.ldjson");
  await send(first, "POST", `/v2/crm/entities?${query}&objectType=CONTACT`, form);
  const progress = (server: TestServer) => send<RequestStatus>(server, "GET", `/v2/crm/request-status?${query}`);
  const begun = await until(
    () => progress(first),
    ({ totalSuccessCount }) => totalSuccessCount > 0,
  );
  first.process.kill("SIGKILL");
  expect(begun.totalSuccessCount).toBeLessThanOrEqual(LINES - 1);

  await using second = await library.serve();
  const done = await until(
    () => progress(second),
    ({ status }) => status !== "PENDING" && status !== "IN_PROGRESS",
  );
  expect(done).toMatchObject({ status: "FAILED", totalErrorCount: 1, totalSuccessCount: LINES - 1 });
  await until(
    () => readdir(join(library.dataDir, "crm")),
    (files) => files.length === 0,
  );
});
