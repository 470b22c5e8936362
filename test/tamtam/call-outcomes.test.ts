import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { GongServer } from "../gong/gong-server.ts";
import { bareCall, fillLibrary, fullCall } from "../gong/library.ts";

let server: GongServer;

beforeEach(async () => {
  server = await GongServer.open();
  await fillLibrary(server);
});

afterEach(() => server[Symbol.asyncDispose]());

const send = (method: string, path: string, body?: unknown) =>
  server.send({ method, path: `/tamtam/v1/${path}`, body });

const messageOf = ({ body }: Awaited<ReturnType<typeof send>>) =>
  (body["error"] as { readonly message: string }).message; // the answers looked at are errors

/** The content block of each call in Gong's detailed list, by how the flag is set. */
async function contents(callOutcome: boolean): Promise<unknown[]> {
  const contentSelector = { exposedFields: { content: { callOutcome } } };
  const body = { filter: {}, contentSelector };
  const answer = await server.send({ method: "POST", path: "/v2/calls/extensive", body });
  return (answer.body["calls"] as { content?: unknown }[]).map(({ content }) => content); // as the fixtures show
}

const demo = {
  callOutcome: "Demo agreed!",
  connectStatus: "CONNECTED",
  sentiment: "POSITIVE",
  todoAction: "COMPLETE",
  category: "ANSWERED",
};

describe("the outcome of a call", () => {
  it("is there once it is set, where it is asked for, and until it is cleared", async () => {
    const path = `calls/${fullCall.id}/outcome`;
    const outcome = { id: "MEETING_BOOKED", category: "Answered", name: "Meeting booked" };
    const set = await send("PUT", path, { outcomeId: "MEETING_BOOKED" });
    expect([set.status, set.body["callOutcome"]]).toEqual([200, outcome]);
    expect(await contents(true)).toEqual([{ callOutcome: outcome }, undefined]);
    expect(await contents(false)).toEqual([undefined, undefined]);
    await send("PUT", path, { outcomeId: "BUSY" });
    expect(await contents(true)).toEqual([
      { callOutcome: { id: "BUSY", category: "Not answered", name: "Busy" } },
      undefined,
    ]);
    expect((await send("DELETE", path)).status).toBe(200);
    expect(await contents(true)).toEqual([undefined, undefined]);
    expect((await send("DELETE", path)).status).toBe(200);
  });

  it("is not what the disposition says, be it the name of one", async () => {
    await send("PATCH", `calls/${fullCall.id}`, { disposition: "Meeting booked" });
    expect(await contents(true)).toEqual([undefined, undefined]);
    await send("PUT", `calls/${fullCall.id}/outcome`, { outcomeId: "BUSY" });
    const { body } = await server.send({ method: "GET", path: `/v2/calls/${fullCall.id}` });
    expect(body["call"]).toMatchObject({ sdrDisposition: "Meeting booked" });
  });

  it("must be one of those that there are, on a call that there is", async () => {
    const unknown = await send("PUT", `calls/${fullCall.id}/outcome`, { outcomeId: "NONE" });
    expect([unknown.status, messageOf(unknown)]).toEqual([
      400,
      "outcomeId: there is no call outcome NONE; GET /tamtam/v1/call-outcomes lists them",
    ]);
    expect((await send("PUT", "calls/999/outcome", { outcomeId: "BUSY" })).status).toBe(404);
    expect((await send("DELETE", "calls/999/outcome")).status).toBe(404);
  });
});

describe("the outcomes of a company", () => {
  it("are made with an id of their name and a place behind the others of their kind", async () => {
    const { status, body } = await send("POST", "call-outcomes", demo);
    const made = { id: "DEMO_AGREED", ...demo, displayOrder: 13, automation: null };
    expect([status, body["outcome"]]).toEqual([201, made]);
    const { body: list } = await send("GET", "call-outcomes");
    expect(list["outcomes"]).toHaveLength(17);
    expect(list["outcomes"]).toContainEqual(made);
  });

  it("are known to their calls by the name they have now", async () => {
    await send("PUT", `calls/${bareCall.id}/outcome`, { outcomeId: "BUSY" });
    await send("PATCH", "call-outcomes/BUSY", { callOutcome: "Engaged", category: "ANSWERED" });
    expect(await contents(true)).toEqual([
      undefined,
      { callOutcome: { id: "BUSY", category: "Answered", name: "Engaged" } },
    ]);
    expect((await send("DELETE", "call-outcomes/BUSY")).status).toBe(200);
    expect(await contents(true)).toEqual([undefined, undefined]);
  });

  it("are refused with two of one name or id, unknown words, or nothing to make an id of", async () => {
    expect((await send("POST", "call-outcomes", { ...demo, callOutcome: "Busy", id: "OTHER" })).status).toBe(409);
    expect((await send("POST", "call-outcomes", { ...demo, id: "BUSY" })).status).toBe(409);
    expect((await send("PATCH", "call-outcomes/BUSY", { callOutcome: "Hung up" })).status).toBe(409);
    expect(messageOf(await send("POST", "call-outcomes", { ...demo, callOutcome: "?!" }))).toContain("id: is needed");
    expect(messageOf(await send("POST", "call-outcomes", { ...demo, sentiment: "GOOD" }))).toBe(
      'sentiment: must be one of POSITIVE, NEGATIVE, NEUTRAL; got "GOOD"',
    );
    for (const method of ["PATCH", "DELETE"]) expect((await send(method, "call-outcomes/NONE", {})).status).toBe(404);
  });
});
