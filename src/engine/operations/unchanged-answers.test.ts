import { expect, test } from "vitest";
import { asId } from "../../calls/ids.ts";
import { UnchangedAnswers } from "./unchanged-answers.ts";

function makeWorld() {
  const world: { version: number | undefined; nowMs: number; asked: number } = { version: 1, nowMs: 0, asked: 0 };
  const answers = new UnchangedAnswers({ version: () => world.version }, () => world.nowMs);
  const operation = async (request: { page: number; cursor?: string }) => {
    world.asked += 1;
    return { page: request.page, number: world.asked };
  };
  const read = answers.reuse("listCalls", undefined, operation);
  return { world, answers, operation, read };
}

test("the same request gets the same answer until something is written", async () => {
  const { world, read } = makeWorld();
  const first = await read({ page: 1 });
  expect(await read({ page: 1 })).toBe(first);
  expect(await read({ page: 2 })).toEqual({ page: 2, number: 2 });
  world.version = 2;
  expect(await read({ page: 1 })).toEqual({ page: 1, number: 3 });
});

test("nobody gets what another user or another operation was answered", async () => {
  const { answers, operation, read } = makeWorld();
  await read({ page: 1 });
  expect(await answers.reuse("listCalls", asId("7"), operation)({ page: 1 })).toEqual({ page: 1, number: 2 });
  expect(await answers.reuse("getCallTranscripts", undefined, operation)({ page: 1 })).toEqual({ page: 1, number: 3 });
});

test("an answer is good for five seconds", async () => {
  const { world, read } = makeWorld();
  const first = await read({ page: 1 });
  world.nowMs = 5000;
  expect(await read({ page: 1 })).toBe(first);
  world.nowMs = 5001;
  expect(await read({ page: 1 })).toEqual({ page: 1, number: 2 });
});

test("the ninth answer takes the place of the first", async () => {
  const { world, read } = makeWorld();
  for (let page = 1; page <= 9; page += 1) await read({ page });
  await read({ page: 2 });
  expect(world.asked).toBe(9);
  await read({ page: 1 });
  expect(world.asked).toBe(10);
});

test("a request with a cursor is always asked", async () => {
  const { read } = makeWorld();
  await read({ page: 1, cursor: "c" });
  expect(await read({ page: 1, cursor: "c" })).toEqual({ page: 1, number: 2 });
});

test("nothing is kept where nobody can tell what has changed", async () => {
  const { world, read } = makeWorld();
  world.version = undefined;
  await read({ page: 1 });
  expect(await read({ page: 1 })).toEqual({ page: 1, number: 2 });
});

test("a refusal is not kept", async () => {
  const { answers } = makeWorld();
  let asked = 0;
  const read = answers.reuse("listCalls", undefined, async () => {
    asked += 1;
    if (asked === 1) throw new Error("refused");
    return { asked };
  });
  await expect(read({})).rejects.toThrow("refused");
  expect(await read({})).toEqual({ asked: 2 });
});
