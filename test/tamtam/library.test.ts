import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { asId } from "../../src/calls/ids.ts";
import { GongServer } from "../gong/gong-server.ts";
import { bareCall, fillLibrary, fullCall } from "../gong/library.ts";

let server: GongServer;

beforeEach(async () => {
  server = await GongServer.open();
  await fillLibrary(server);
});

afterEach(() => server[Symbol.asyncDispose]());

const send = (method: string, path: string, body?: unknown, query: Record<string, string> = {}) =>
  server.send({ method, path: `/tamtam/v1/${path}`, body, query });

const messageOf = ({ body }: Awaited<ReturnType<typeof send>>) =>
  (body["error"] as { readonly message: string }).message; // the answers looked at are errors

const folders = async () => (await server.send({ method: "GET", path: "/v2/library/folders" })).body["folders"];

async function callsIn(folderId: string): Promise<readonly unknown[]> {
  const { body } = await server.send({ method: "GET", path: "/v2/library/folder-content", query: { folderId } });
  return (body["calls"] as { id: string; snippet: unknown }[]).map(({ id, snippet }) => [id, snippet]); // as the fixtures show
}

async function makeTree(): Promise<void> {
  for (const [id, parentFolderId] of [["1"], ["2", "1"], ["3", "2"], ["4"]]) {
    const answer = await send("POST", "library/folders", { id, name: `Folder ${id}`, parentFolderId });
    expect(answer.status).toBe(201);
  }
}

describe("a library folder", () => {
  it("gets an id, and its parent's workspace", async () => {
    await send("POST", "workspaces", { id: "310", name: "Europe" });
    const { body } = await send("POST", "library/folders", { name: "Europa", workspaceId: "310" });
    const { id } = body["folder"] as { id: string }; // just made
    expect(id).toMatch(/^\d{18}$/);
    await send("POST", "library/folders", { name: "Inside", parentFolderId: id });
    const query = { workspaceId: "310" };
    const listed = await server.send({ method: "GET", path: "/v2/library/folders", query });
    expect(listed.body["folders"]).toMatchObject([{ name: "Europa" }, { name: "Inside", parentFolderId: id }]);
  });

  it("is renamed and moved, and says when", async () => {
    await makeTree();
    server.clock.nowMs += 60_000;
    const { body } = await send("PATCH", "library/folders/3", { name: "Third", parentFolderId: "4" });
    expect(body["folder"]).toMatchObject({
      name: "Third",
      parentFolderId: "4",
      updated: "2026-06-12T11:31:00+02:00",
    });
    expect((await send("PATCH", "library/folders/3", { parentFolderId: "" })).body["folder"]).toMatchObject({
      name: "Third",
      parentFolderId: null,
    });
  });

  it("is not moved into itself, however deep", async () => {
    await makeTree();
    for (const parentFolderId of ["1", "3"]) {
      const answer = await send("PATCH", "library/folders/1", { parentFolderId });
      expect([answer.status, messageOf(answer)]).toEqual([
        400,
        `parentFolderId: must not be the folder itself or a folder in it; got "${parentFolderId}"`,
      ]);
    }
  });

  it("goes with the folders in it, and leaves the calls", async () => {
    await makeTree();
    await send("POST", "library/folders/3/calls", { callId: fullCall.id });
    expect((await send("DELETE", "library/folders/1")).status).toBe(200);
    expect(await folders()).toMatchObject([{ id: "4" }]);
    expect((await server.send({ method: "GET", path: `/v2/calls/${fullCall.id}` })).status).toBe(200);
  });

  it("is refused where its parent, workspace or maker is not there, or the two do not go together", async () => {
    await makeTree();
    await send("POST", "workspaces", { id: "310", name: "Europe" });
    await send("POST", "library/folders", { id: "5", name: "Europa", workspaceId: "310" });
    const make = (given: object) => send("POST", "library/folders", { name: "New", ...given });
    expect((await make({ parentFolderId: "9" })).status).toBe(404);
    expect((await make({ id: "1" })).status).toBe(409);
    expect(messageOf(await make({ workspaceId: "9" }))).toBe(
      "workspaceId: there is no workspace 9; GET /v2/workspaces lists them",
    );
    expect(messageOf(await make({ createdBy: "9" }))).toBe("createdBy: there is no user 9; GET /v2/users lists them");
    expect(messageOf(await make({ workspaceId: "300", parentFolderId: "5" }))).toBe(
      'workspaceId: must be the workspace of the parent folder, 310; got "300"',
    );
    expect(messageOf(await send("PATCH", "library/folders/1", { parentFolderId: "5" }))).toBe(
      'parentFolderId: must be a folder of the same workspace; got "5"',
    );
    for (const method of ["PATCH", "DELETE"]) expect((await send(method, "library/folders/9", {})).status).toBe(404);
  });
});

describe("a call in a folder", () => {
  const snippets = [
    { fromSec: 0, toSec: 10 },
    { fromSec: 10, toSec: 62 },
  ];

  beforeEach(async () => {
    await makeTree();
    for (const snippet of snippets) await send("POST", "library/folders/1/calls", { callId: fullCall.id, snippet });
  });

  it("is taken out in part or with all its parts", async () => {
    const path = `library/folders/1/calls/${fullCall.id}`;
    expect((await send("DELETE", path, undefined, { fromSec: "0", toSec: "10" })).status).toBe(200);
    expect(await callsIn("1")).toEqual([[fullCall.id, snippets[1]]]);
    await send("POST", "library/folders/1/calls", { callId: fullCall.id });
    expect((await send("DELETE", path)).status).toBe(200);
    expect(await callsIn("1")).toEqual([]);
    const gone = await send("DELETE", path, undefined, { fromSec: "0", toSec: "10" });
    expect([gone.status, messageOf(gone)]).toEqual([404, expect.stringContaining("the snippet from 0 s to 10 s")]);
    expect(messageOf(await send("DELETE", path, undefined, { fromSec: "0" }))).toContain("toSec: ");
  });

  it("is there once as it is, and never beyond its end", async () => {
    const add = (body: object) => send("POST", "library/folders/1/calls", { callId: fullCall.id, ...body });
    expect((await add({ snippet: snippets[0], note: "Again" })).status).toBe(409);
    expect(messageOf(await add({ snippet: { fromSec: 1, toSec: 63 } }))).toBe(
      "snippet.toSec: must be within the call, which lasts 61.499 s; got 63",
    );
    expect(messageOf(await add({ snippet: { fromSec: 5, toSec: 5 } }))).toContain("toSec must be after fromSec");
    expect(messageOf(await add({ callId: "999" }))).toBe("callId: there is no call 999");
    expect(messageOf(await add({ addedBy: "999" }))).toContain("addedBy: there is no user 999");
    expect((await send("POST", "library/folders/9/calls", { callId: fullCall.id })).status).toBe(404);
  });

  it("goes when it is deleted", async () => {
    await send("POST", "library/folders/1/calls", { callId: bareCall.id });
    expect((await send("DELETE", `calls/${fullCall.id}`)).status).toBe(200);
    expect(await callsIn("1")).toEqual([[bareCall.id, null]]);
  });

  it("is shown to a key that acts for a user only where the user may see it", async () => {
    await send("POST", "library/folders/1/calls", { callId: bareCall.id });
    const { calls } = await server.services.gongApi(asId("502")).getCallsInSpecificFolder({ folderId: "1" });
    expect(calls.map(({ id }) => id)).toEqual([bareCall.id]);
  });
});
