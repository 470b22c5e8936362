import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { actions } from "../../connection/actions.ts";
import { tamtamOperations } from "../../gong-api/tamtam/tamtam-operations.ts";
import { authorization, CALL_ID, makeServices } from "../../../test/support/http-services.ts";
import { createHttpApp } from "./http-app.ts";

const documentShape = z.looseObject({
  openapi: z.string(),
  info: z.looseObject({ version: z.string() }),
  paths: z.record(z.string(), z.record(z.string(), z.looseObject({ operationId: z.string() }))),
  components: z.looseObject({
    schemas: z.record(
      z.string(),
      z.looseObject({ required: z.array(z.string()).optional(), properties: z.record(z.string(), z.unknown()) }),
    ),
  }),
});

const app = createHttpApp(makeServices());

async function readDocument() {
  const response = await app.request("/openapi.json", { headers: { authorization } });
  return documentShape.parse(await response.json());
}

describe("the OpenAPI document", () => {
  it("is valid OpenAPI 3.1", async () => {
    const document = await readDocument();
    const validator = new Validator();
    expect(await validator.validate(document)).toEqual({ valid: true });
    expect(validator.version).toBe("3.1");
    expect(document.info.version).toBe("1.2.3");
  });

  it("has every action and every other route", async () => {
    const paths = Object.keys((await readDocument()).paths);
    expect(paths).toEqual([
      ...actions.map(({ name }) => `/connection/actions/${name}`),
      "/connection/command",
      "/media/{callId}/audio",
      "/media/{callId}/video",
      ...new Set(tamtamOperations.map(({ path }) => path)),
      "/oauth2/authorize",
      "/oauth2/generate-customer-token",
      "/health",
    ]);
  });

  it("has each operation of Tamtam's own, with what is asked and where", async () => {
    const { paths } = await readDocument();
    for (const { id, method, path } of tamtamOperations) {
      expect(paths[path]?.[method.toLowerCase()]?.operationId).toBe(id);
    }
    const users = paths["/tamtam/v1/users"]?.["post"];
    expect(users).toMatchObject({
      requestBody: {
        content: { "application/json": { schema: { properties: { firstName: { type: "string" } } } } },
      },
      responses: { 201: {} },
    });
    const change = paths["/tamtam/v1/users/{id}"]?.["patch"];
    expect(change).toMatchObject({ parameters: [{ name: "id", in: "path", required: true }] });
    expect(JSON.stringify(change?.["requestBody"])).not.toContain('"id"');
  });

  it("names nothing that is not there", async () => {
    const document = await readDocument();
    const targets = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = ""]) =>
      path.split("/"),
    );
    expect(targets.length).toBeGreaterThan(8);
    for (const path of targets) {
      expect(path.reduce<unknown>((at, step) => Reflect.get(Object(at), step), document)).toBeTypeOf("object");
    }
  });

  it("describes parameters as documented: kebab-case, required ones, defaults, nothing else", async () => {
    const { schemas } = (await readDocument()).components;
    expect(schemas.AddCallParameters?.required).toEqual([
      "actual-start",
      "client-unique-id",
      "download-media-url",
      "call-title",
      "direction",
      "participants",
      "primary-user",
    ]);
    expect(schemas.AddCallParameters?.additionalProperties).toBe(false);
    expect(schemas.SearchCallsParameters?.properties["page-size"]).toMatchObject({
      minimum: 1,
      maximum: 100,
      default: 10,
    });
  });

  it("shows the spec's example as JSON", async () => {
    const operation = (await readDocument()).paths["/connection/actions/search-calls"]?.post;
    expect(operation).toMatchObject({
      requestBody: {
        required: false,
        content: {
          "application/json": {
            example: {
              "from-date": "2025-01-01T00:00:00-08:00",
              "to-date": "2025-01-31T23:59:59-08:00",
              "primary-user-ids": ["gong_user_id_12345"],
              keywords: ["sales", "demo"],
              context: "Extended",
              "include-content": true,
              "include-media": true,
            },
          },
        },
      },
    });
  });

  it("describes what an action answers", async () => {
    const { schemas } = (await readDocument()).components;
    type JsonSchema = Parameters<typeof z.fromJSONSchema>[0];
    const result = z.fromJSONSchema(schemas.GetCallResult as JsonSchema); // as the validator found
    const headers = { authorization, "Content-Type": "application/json" };
    const request = { method: "POST", body: JSON.stringify({ "call-id": CALL_ID }), headers };
    const answer = await app.request("/connection/actions/get-call", request);
    expect(result.safeParse(await answer.json())).toMatchObject({ success: true });
    expect(result.safeParse({ callId: 1 })).toMatchObject({ success: false });
  });
});
