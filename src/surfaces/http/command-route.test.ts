import { beforeEach, describe, expect, it } from "vitest";
import { addCall } from "../../connection/actions/add-call.ts";
import { authorization, CALL_ID, makeServices, type TestServices } from "../../../test/support/http-services.ts";
import { createHttpApp } from "./http-app.ts";

let services: TestServices;

beforeEach(() => {
  services = makeServices();
});

async function run(
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = { "Content-Type": "text/plain" },
) {
  const request = { method: "POST", body, headers: { authorization, ...headers } };
  const response = await createHttpApp(services).request("/connection/command", request);
  return { status: response.status, answer: (await response.json()) as Record<string, unknown> };
}

const getCommand = (callId: string) => `/your-gong-connection\naction: get-call\ncall-id: ${callId}\n`;

describe("POST /connection/command", () => {
  it("runs the spec's add-call letter for letter", async () => {
    const { status, answer } = await run(addCall.example);
    expect(status).toBe(200);
    expect(answer).toEqual({ callId: CALL_ID, status: "Processing" });
    expect(services.added).toEqual(["unique_call_id_12345"]);
  });

  it("resolves the connection that the first line names", async () => {
    await run(getCommand(CALL_ID));
    expect(services.opened).toEqual(["your-gong-connection"]);
  });

  it("answers several commands with an array in their order", async () => {
    const { status, answer } = await run(`${addCall.example}\n${getCommand(CALL_ID)}`);
    expect(status).toBe(200);
    expect(answer).toMatchObject([{ status: "Processing" }, { callId: CALL_ID, status: "Completed" }]);
  });

  it("stops at the first command that fails, says which, and gives the answers before it", async () => {
    const { status, answer } = await run([addCall.example, getCommand("404"), addCall.example].join("\n"));
    expect(status).toBe(404);
    expect(answer).toEqual({
      error: {
        code: "not-found",
        message:
          "Command 2 of 3 (get-call): There is no call with call-id 404; search-calls lists the calls there are.",
        problems: [],
        command: 2,
      },
      answers: [{ callId: CALL_ID, status: "Processing" }],
      requestId: "request1",
    });
    expect(services.added).toHaveLength(1);
  });

  it("tells nothing of an unexpected error but reports it, also as one of several commands", async () => {
    const broken = addCall.example.replace("unique_call_id_12345", "broken");
    const { status, answer } = await run(`${getCommand(CALL_ID)}\n${broken}`);
    expect(status).toBe(500);
    expect(answer).toMatchObject({ error: { code: "unexpected", command: 2 }, requestId: "request1" });
    expect(JSON.stringify(answer)).not.toContain("SQLITE");
    expect(services.reported).toMatchObject([{ requestId: "request1" }]);
  });

  it("runs nothing of a text that cannot be read to its end", async () => {
    const { status } = await run(`${addCall.example}\n/your-gong-connection\naction: get-cal`);
    expect(status).toBe(400);
    expect(services.added).toEqual([]);
  });

  it("names every problem in the caller's spelling", async () => {
    const { status, answer } = await run("/c get-call callId: 1 clientUniqueId: x includeContent: perhaps");
    expect(status).toBe(400);
    const { problems } = answer.error as { problems: { parameter: string }[] };
    expect(problems.map(({ parameter }) => parameter).sort()).toEqual(["clientUniqueId", "includeContent"]);
  });

  it("takes a body that names no type, and UTF-8 with or without saying so", async () => {
    const body = new TextEncoder().encode(addCall.example.replace("Jane", "Jañe"));
    expect((await run(body, {})).status).toBe(200);
    expect((await run(body, { "Content-Type": "text/plain; charset=UTF-8" })).status).toBe(200);
  });

  it.each([
    { "Content-Type": "application/json" },
    { "Content-Type": "application/x-www-form-urlencoded" },
    { "Content-Type": "text/plain; charset=latin1" },
    { "Content-Type": "text/plain", "Content-Encoding": "gzip" },
  ])("refuses %j and says what to send", async (headers) => {
    const { status, answer } = await run(addCall.example, headers);
    expect(status).toBe(415);
    expect(JSON.stringify(answer)).toMatch(/send text\/plain in UTF-8 .*curl|send it uncompressed/);
  });

  it("refuses bytes that are not UTF-8", async () => {
    const { status, answer } = await run(Uint8Array.from([0x2f, 0x63, 0xff]));
    expect(status).toBe(400);
    expect(answer).toMatchObject({ error: { problems: [{ parameter: "body" }] } });
  });

  it("refuses more than 5 MB", async () => {
    const { status, answer } = await run(`/c get-call call-id: ${"1".repeat(5 * 1024 * 1024)}`);
    expect(status).toBe(413);
    expect(answer).toMatchObject({ error: { code: "body-too-large" } });
  });
});
