import { describe, expect, it } from "vitest";
import { ConflictError, InvalidInputError, NotFoundError, SetupError, StageError } from "../../calls/errors.ts";
import { authorization, makeServices } from "../../../test/support/http-services.ts";
import { errorAnswer } from "./error-answer.ts";
import { createHttpApp } from "./http-app.ts";

describe("errorAnswer", () => {
  it.each([
    [new InvalidInputError([{ parameter: "a", message: "is bad" }]), 400, "invalid-input"],
    [new NotFoundError("x"), 404, "not-found"],
    [new ConflictError("x"), 409, "conflict"],
    [new SetupError("x"), 503, "setup"],
    [new StageError("disk-full", "x", { isTransient: true }), 422, "disk-full"],
    [new StageError("toString", "x", { isTransient: true }), 422, "toString"],
  ])("shows what the caller can mend: %s", (error, status, code) => {
    const answer = errorAnswer(error, "r1");
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ error: { code, message: error.message }, requestId: "r1" });
    expect(answer.isUnexpected).toBe(false);
  });

  it("lists the problems of an input", () => {
    const problems = [{ parameter: "a", message: "is bad" }];
    expect(errorAnswer(new InvalidInputError(problems), "r1").body.error.problems).toEqual(problems);
  });

  it("shows nothing of any other error", () => {
    const answer = errorAnswer(new TypeError("cannot read /etc/secret"), "r1");
    expect(answer).toMatchObject({ status: 500, isUnexpected: true, body: { error: { code: "unexpected" } } });
    expect(JSON.stringify(answer.body)).not.toContain("secret");
  });
});

describe("every answer", () => {
  it("carries its request id and guards against guessing, framing and caching", async () => {
    const app = createHttpApp(makeServices());
    for (const [path, status] of [
      ["/health", 200],
      ["/docs", 401],
      ["/media/1/audio", 401],
    ] as const) {
      const response = await app.request(path);
      expect(response.status).toBe(status);
      expect(response.headers.get("X-Request-Id")).toMatch(/^request\d$/);
      expect(response.headers.get("X-Content-Type-Options")).toBe("nosniff");
      expect(response.headers.get("Content-Security-Policy")).toContain("frame-ancestors 'none'");
      expect(response.headers.get("Cache-Control")).toBe("no-store");
    }
  });

  it("names the same request id in the header, the body and the report", async () => {
    const identifyKey = async () => {
      throw new Error("the database is gone");
    };
    const services = makeServices({ access: { ...makeServices().access, identifyKey } });
    const response = await createHttpApp(services).request("/docs", { headers: { authorization } });
    expect(response.status).toBe(500);
    expect(response.headers.get("X-Request-Id")).toBe("request1");
    expect(await response.json()).toMatchObject({ error: { code: "unexpected" }, requestId: "request1" });
    expect(services.reported).toMatchObject([{ error: { message: "the database is gone" }, requestId: "request1" }]);
  });

  it("says of an address that is not there where to look", async () => {
    const response = await createHttpApp(makeServices()).request("/records", { headers: { authorization } });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({
      error: { code: "not-found", message: "There is nothing at /records; /docs shows what there is." },
    });
  });
});
