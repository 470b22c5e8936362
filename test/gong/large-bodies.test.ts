import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addCrm, INTEGRATION_ID } from "./crm-library.ts";
import { GongServer } from "./gong-server.ts";

let server: GongServer;
beforeEach(async () => {
  server = await GongServer.open();
  await addCrm(server);
});
afterEach(() => server[Symbol.asyncDispose]());

/** While a body is looked through, nobody else is answered. Comparing all with all took four times as long and more. */
const MOST_MS = 4000;

/** The processor's time: a busy machine does not count. */
async function timed<Answer>(run: () => Promise<Answer>): Promise<Answer> {
  const before = process.cpuUsage();
  const answer = await run();
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(MOST_MS);
  return answer;
}

describe("a body of as many entries as fit into it", () => {
  it("of a CRM's schema is taken in a time that grows with them, and not with their square", async () => {
    const query = { integrationId: INTEGRATION_ID, objectType: "LEAD" };
    const body = Array.from({ length: 90_000 }, (_, at) => ({ uniqueName: `f${at}`, label: "F", type: "STRING" }));
    const send = () => server.send({ method: "POST", path: "/v2/crm/entity-schema", query, body });
    expect((await timed(send)).status).toBe(200);
    // The second time, each field is compared with what it was.
    expect((await timed(send)).status).toBe(200);
  });

  it("of a scorecard's questions is taken so too", async () => {
    const questions = Array.from({ length: 90_000 }, (_, at) => ({ questionId: String(at), questionText: "?" }));
    const send = () =>
      server.send({ method: "POST", path: "/tamtam/v1/scorecards", body: { scorecardName: "S", questions } });
    expect((await timed(send)).status).toBe(201);
  });

  it("that are all wrong is refused in that time, with the first of the problems", async () => {
    const callIds = Array.from({ length: 100_000 }, () => []);
    const send = () => server.send({ method: "POST", path: "/v2/calls/extensive", body: { filter: { callIds } } });
    const { status, body } = await timed(send);
    expect(status).toBe(400);
    expect(body.errors).toHaveLength(51);
    expect(body.errors?.[0]).toBe("filter.callIds[0]: must be an id: a string; got []");
    expect(body.errors?.[50]).toBe("body: has 99950 more problems");
  });

  it("of a call's parties is taken up to a bound that the refusal names", async () => {
    const parties = (count: number) => [{ userId: "501" }, ...Array.from({ length: count - 1 }, () => ({ name: "N" }))];
    const send = (count: number) => {
      const told = { clientUniqueId: `webinar-${count}`, actualStart: "2026-06-11T10:00:00Z", direction: "Conference" };
      return server.send({
        method: "POST",
        path: "/v2/calls",
        body: { ...told, primaryUser: "501", parties: parties(count) },
      });
    };
    expect((await timed(() => send(10_000))).status).toBe(200);
    const { status, body } = await timed(() => send(10_001));
    expect([status, body.errors]).toEqual([
      400,
      ["parties: must be at most 10000; got 10001. Leave out people who only listened."],
    ]);
  });
});
