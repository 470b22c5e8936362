import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { asId, type UserId } from "../../src/calls/ids.ts";
import type { Principal } from "../../src/gong-api/principal.ts";
import { tamtamOperations } from "../../src/gong-api/tamtam/tamtam-operations.ts";
import { createHttpApp } from "../../src/surfaces/http/http-app.ts";
import { GongServer } from "../gong/gong-server.ts";
import { fillLibrary } from "../gong/library.ts";
import { authorization } from "../support/http-services.ts";

let server: GongServer;

beforeEach(async () => {
  server = await GongServer.open();
  await fillLibrary(server);
});

afterEach(() => server[Symbol.asyncDispose]());

const send = (method: string, path: string, body?: unknown) =>
  server.send({ method, path: `/tamtam/v1/${path}`, body });

interface ErrorMember {
  readonly code: string;
  readonly message: string;
}

const errorOf = ({ body }: Awaited<ReturnType<typeof send>>) => body["error"] as ErrorMember; // the answers looked at are errors

it("has a route for every operation that the engine has, and no other", () => {
  expect(tamtamOperations.map(({ id }) => id).sort()).toEqual(Object.keys(server.services.tamtamApi).sort());
});

describe("who may not do everything for the company", () => {
  async function statusFor(principal: Partial<Principal> | undefined): Promise<number[]> {
    const identified: Principal = { kind: "key", id: "K", scopes: "all", ...principal };
    const access = { ...server.services.access, identifyKey: async () => ({ principal: identified }) };
    const app = createHttpApp({ ...server.services, access });
    const headers = principal ? { authorization } : undefined;
    const requests = tamtamOperations.map(({ method, path }) =>
      app.request(
        path.replaceAll(/\{\w+\}/g, "1"),
        { method, ...(method !== "GET" && { body: "{" }), ...(headers && { headers }) },
        {},
      ),
    );
    return (await Promise.all(requests)).map(({ status }) => status);
  }
  const all = (status: number) => tamtamOperations.map(() => status);

  it("is refused before the body is read", async () => {
    expect(await statusFor({ scopes: new Set(["api:users:read"]) })).toEqual(all(403));
    expect(await statusFor({ actingUserId: asId<UserId>("501") })).toEqual(all(403));
    expect(await statusFor(undefined)).toEqual(all(401));
    for (const status of await statusFor({})) expect([401, 403]).not.toContain(status);
  });
});

describe("a user", () => {
  it("gets an id and the present where none are given", async () => {
    const { status, body } = await send("POST", "users", { firstName: "Eva" });
    expect(status).toBe(201);
    expect(body["user"]).toMatchObject({
      id: expect.stringMatching(/^\d{18}$/),
      created: "2026-06-12T11:30:00+02:00",
      firstName: "Eva",
      lastName: null,
    });
  });

  it("is not made a second time, not over one whom a call named either", async () => {
    const answer = await send("POST", "users", { id: "501", firstName: "Eva" });
    expect([answer.status, errorOf(answer).code]).toEqual([409, "conflict"]);
    expect((await server.send({ method: "GET", path: "/v2/users/501" })).body["user"]).toMatchObject({
      firstName: "Ann",
    });
  });

  it("that is not there is not changed", async () => {
    const answer = await send("PATCH", "users/999", { title: "Boss" });
    expect([answer.status, errorOf(answer).message]).toEqual([404, "There is no user 999; GET /v2/users lists them."]);
  });

  it("cannot be given another id, and may be sent with the one it has", async () => {
    const answer = await send("PATCH", "users/501", { id: "502", title: "Boss" });
    expect([answer.status, errorOf(answer).message]).toEqual([
      400,
      'id: is 501 in the path and cannot be another; got "502"',
    ]);
    for (const id of ["501", 501, null]) {
      expect((await send("PATCH", "users/501", { id, title: "Boss" })).body["user"]).toMatchObject({ title: "Boss" });
    }
  });

  it("keeps what a change does not name", async () => {
    const { body } = await send("PATCH", "users/501", { lastName: "Stone", emailAliases: ["a@ours.example"] });
    expect(body["user"]).toMatchObject({
      firstName: "Ann",
      lastName: "Stone",
      emailAddress: "ann@ours.example",
      emailAliases: ["a@ours.example"],
    });
  });

  it("belongs to the company by the address they were given", async () => {
    await send("POST", "users", { emailAddress: "eva@other.example" });
    expect(await server.parts.users.domains()).toContain("other.example");
  });

  it("is refused with every problem at once, misspelt fields among them", async () => {
    const answer = await send("POST", "users", { emailAddress: "eva", active: "yes", mail: 1 });
    expect(answer.status).toBe(400);
    const { problems } = answer.body["error"] as { problems: { parameter: string }[] }; // an answer that is an error
    expect(problems.map(({ parameter }) => parameter)).toEqual(["emailAddress", "active", "body"]);
  });
});

describe("a workspace", () => {
  it("is made once, and not over the built-in one", async () => {
    const made = await send("POST", "workspaces", { name: "Europe" });
    expect(made.status).toBe(201);
    const { id } = made.body["workspace"] as { id: string }; // just made
    expect((await send("POST", "workspaces", { id, name: "Asia" })).status).toBe(409);
    expect((await send("POST", "workspaces", { id: "300", name: "Asia" })).status).toBe(409);
  });

  it("loses its description to an empty text, and keeps it otherwise", async () => {
    await send("POST", "workspaces", { id: "301", name: "Europe", description: "West and east" });
    const renamed = await send("PATCH", "workspaces/301", { name: "EMEA" });
    expect(renamed.body["workspace"]).toEqual({ id: "301", name: "EMEA", description: "West and east" });
    const bare = await send("PATCH", "workspaces/301", { description: "" });
    expect(bare.body["workspace"]).toEqual({ id: "301", name: "EMEA", description: null });
    expect((await send("PATCH", "workspaces/302", { name: "Asia" })).status).toBe(404);
  });
});

describe("the users of a permission profile", () => {
  it("leave the profile they had in the same workspace", async () => {
    const query = { workspaceId: "300" };
    const made = await server.send({ method: "POST", path: "/v2/permission-profile", query, body: { name: "Leads" } });
    const { id } = made.body["profile"] as { id: string }; // just made
    expect((await send("PUT", `permission-profiles/${id}/users`, { userIds: ["501"] })).body["users"]).toMatchObject([
      { id: "501" },
    ]);
    const before = { method: "GET", path: "/v2/permission-profile/users", query: { profileId: "800" } };
    expect((await server.send(before)).body["users"]).toEqual([]);
  });

  it("must be there, and so must the profile", async () => {
    const answer = await send("PUT", "permission-profiles/800/users", { userIds: ["501", "999"] });
    expect([answer.status, errorOf(answer).message]).toEqual([
      400,
      "userIds: names users that there are not: 999; GET /v2/users lists them",
    ]);
    expect((await send("PUT", "permission-profiles/801/users", { userIds: [] })).status).toBe(404);
  });
});

it("says where JSON broke, takes no other type, and names the methods there are", async () => {
  const headers = { "content-type": "application/json" };
  const broken = await server.send({ method: "POST", path: "/tamtam/v1/users", body: "{", headers });
  expect([broken.status, errorOf(broken).message]).toEqual([400, expect.stringContaining("body: is not valid JSON")]);
  const list = await send("POST", "users", [1]);
  expect([list.status, errorOf(list).message]).toEqual([400, "body: must be a JSON object"]);
  const form = { "content-type": "text/csv" };
  expect((await server.send({ method: "POST", path: "/tamtam/v1/users", body: "a,b", headers: form })).status).toBe(
    415,
  );
  const other = await server.send({ method: "DELETE", path: "/tamtam/v1/users" });
  expect([other.status, other.headers.get("allow")]).toEqual([405, "POST"]);
});
