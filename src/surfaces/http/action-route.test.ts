import { beforeEach, describe, expect, it } from "vitest";
import { authorization, CALL_ID, makeServices, type TestServices } from "../../../test/support/http-services.ts";
import { createHttpApp } from "./http-app.ts";

let services: TestServices;

beforeEach(() => {
  services = makeServices();
});

async function act(
  action: string,
  body?: unknown,
  headers: Record<string, string> = { "Content-Type": "application/json" },
) {
  const text = typeof body === "string" || body === undefined ? body : JSON.stringify(body);
  const request = {
    method: "POST",
    headers: { authorization, ...headers },
    ...(text === undefined ? {} : { body: text }),
  };
  const response = await createHttpApp(services).request(`/connection/actions/${action}`, request);
  const answer = (await response.json()) as {
    error: { message: string; problems: { parameter: string; message: string }[] };
  };
  return { status: response.status, answer, headers: response.headers };
}

describe("POST /connection/actions/<action>", () => {
  it.each(["call-id", "callId"])("takes a parameter spelled %s", async (name) => {
    const { status, answer, headers } = await act("get-call", { [name]: CALL_ID });
    expect(status).toBe(200);
    expect(answer).toMatchObject({ callId: CALL_ID, title: "Sales Call with Jane Smith", duration: 3600 });
    expect(headers.get("Content-Type")).toBe("application/json");
  });

  it("names problems as the caller spelled them, all of them at once", async () => {
    const { status, answer } = await act("add-call", { actualStart: "2025-01-13T01:30:00", "call-titel": "x" });
    expect(status).toBe(400);
    const found = Object.fromEntries(answer.error.problems.map(({ parameter, message }) => [parameter, message]));
    expect(found.actualStart).toContain("times need an offset");
    expect(found["call-titel"]).toContain("did you mean call-title?");
    expect(found["download-media-url"]).toContain("is required");
  });

  it("reads an empty body as no parameters, whatever its type", async () => {
    for (const headers of [{}, { "Content-Type": "application/x-www-form-urlencoded" }]) {
      const { status, answer } = await act("get-call", undefined, headers);
      expect(status).toBe(400);
      expect(answer.error.problems.map(({ parameter }) => parameter)).toEqual(["call-id"]);
    }
  });

  it("names the nearest action to one that is not there", async () => {
    const { status, answer } = await act("get-cals", {});
    expect(status).toBe(404);
    expect(answer.error.message).toBe('there is no action "get-cals"; did you mean get-call?');
  });

  it("takes the connection from the query, else from the header", async () => {
    await act("get-call?connection=cloud", { "call-id": CALL_ID });
    await act(
      "get-call",
      { "call-id": CALL_ID },
      { "Content-Type": "application/json", "Tamtam-Connection": "mirror" },
    );
    await act("get-call", { "call-id": CALL_ID });
    expect(services.opened).toEqual(["cloud", "mirror", undefined]);
  });

  it("refuses a parameter in the query", async () => {
    const { status, answer } = await act(`get-call?call-id=${CALL_ID}`);
    expect(status).toBe(400);
    expect(answer.error.problems).toEqual([
      { parameter: "call-id", message: "is in the query; the parameters of an action go into the JSON body" },
    ]);
  });

  it("says where malformed JSON broke", async () => {
    const { status, answer } = await act("get-call", '{"call-id": 12');
    expect(status).toBe(400);
    expect(answer.error.problems[0]?.message).toMatch(/^is not valid JSON at line 1, column 15: /);
  });

  it("refuses a body of another type", async () => {
    const { status, answer } = await act("get-call", '{"call-id": "1"}', { "Content-Type": "text/plain" });
    expect(status).toBe(415);
    expect(answer.error.message).toContain("-H 'Content-Type: application/json'");
  });
});
