import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { operationName } from "../../src/gong-api/operation.ts";
import { operations } from "../../src/gong-api/operations.ts";
import { gongFolder } from "../gong/reference-data.ts";
import { ACCESS_KEY, ACCESS_KEY_SECRET } from "../support/tamtam.ts";
import type { Json } from "./n8n.ts";
import { OpenApiClient } from "./openapi-client.ts";
import { type Step, steps, type World } from "./openapi-steps.ts";
import { makeAnswerCheck, SeededServer } from "./seeded-server.ts";
import { crowdedCall, readShownCalls } from "./shown-calls.ts";
import { operationOf } from "./wire-problems.ts";

const folder = gongFolder("the client made from Gong's own document");

describe.runIf(folder !== undefined)("a client made from Gong's own document", () => {
  const problemsOf = makeAnswerCheck("that client");
  let client: OpenApiClient;
  let world: World;

  beforeAll(async () => {
    const server = await SeededServer.open();
    const calls = await readShownCalls(server);
    const crowded = crowdedCall(calls);
    const { user } = await readUser(server, crowded.primaryUser.userId);
    const begunAt = new Date(Date.now() - 3_600_000).toISOString();
    world = { server, calls, crowded, managerId: user.managerId, begunAt, learned: new Map() };
    client = await OpenApiClient.start({
      document: join(folder ?? "", "openapi.json"),
      baseUrl: server.relay.url,
      authorization: `Basic ${Buffer.from(`${ACCESS_KEY}:${ACCESS_KEY_SECRET}`).toString("base64")}`,
    });
  });

  afterAll(async () => {
    await client[Symbol.asyncDispose]();
    await world.server[Symbol.asyncDispose]();
  });

  it("offers every operation", () => {
    expect(client.toolCount).toBe(67);
    expect(steps.map(({ id }) => id).toSorted()).toEqual(operations.map(({ id }) => id).toSorted());
  });

  // One after the other: later ones ask for what earlier ones made.
  it.each(steps)("calls $id", async (step) => {
    const expected = expectedOf(step);
    if (expected.isServed) await step.prepare?.(world);
    const { said, isError } = await client.call(step.id, expected.isAsked ? (step.give?.(world) ?? {}) : {});
    const exchanges = world.server.relay.take();
    expect(exchanges.map((exchange) => operationOf(exchange)?.id)).toEqual([step.id]);
    expect(exchanges[0]).toMatchObject({ status: expected.status, answer: expected.answer(world) });
    expect(problemsOf(exchanges)).toEqual([]);
    expect(isError).toBe(expected.status >= 300);
    if (!isError) expect(said).toEqual(exchanges[0]?.answer);
    if (expected.isServed) await step.learn?.(world, exchanges[0]?.answer as Json); // it was just compared
  });
});

interface Expected {
  readonly isServed: boolean;
  /** Whether it is asked for with all that it needs, which only steps of served operations make. */
  readonly isAsked: boolean;
  readonly status: number;
  readonly answer: Step["answer"];
}

/** As the operation table has it. */
function expectedOf(step: Step): Expected {
  const operation = operations.find(({ id }) => id === step.id);
  if (operation === undefined) throw new Error(`${step.id} is no operation of Gong's`);
  const sentence: unknown = expect.stringContaining(operationName(operation));
  const refusal = { isServed: false, answer: () => ({ errors: [sentence] }) };
  switch (operation.support) {
    case "served":
      return {
        isServed: true,
        isAsked: true,
        status: step.status ?? operation.parts.status ?? 200,
        answer: step.answer,
      };
    case "refused":
      return { ...refusal, isAsked: true, status: 403 };
    case "not-yet":
      return { ...refusal, isAsked: false, status: 501 };
  }
}

async function readUser({ server }: SeededServer, id: string) {
  const answer = await server.fetch(`/v2/users/${id}`);
  return (await answer.json()) as { user: { managerId: string } }; // as Gong has a user
}
