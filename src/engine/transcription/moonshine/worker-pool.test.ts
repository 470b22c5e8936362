import { expect, test } from "vitest";
import type { PoolRequest, PoolResult } from "../../../../test/support/pool-worker.ts";
import { type PoolTask, WorkerPool, workerUrl } from "./worker-pool.ts";

const url = new URL("../../../../test/support/pool-worker.ts", import.meta.url);
const { signal } = new AbortController();

function openPool(workerCount: number, workerData: unknown = {}) {
  return new WorkerPool<PoolRequest, PoolResult>({ url, workerData, workerCount });
}

function task(request: PoolRequest, options: Partial<PoolTask<PoolRequest>> = {}): PoolTask<PoolRequest> {
  return { cost: 1, signal, load: async () => ({ request, transfer: [] }), ...options };
}

/** [0]: how often it was touched, or whether to go on; [1]: how often a worker dies. */
const sharedFlag = (deaths = 0) => {
  const flag = new Int32Array(new SharedArrayBuffer(8));
  flag[1] = deaths;
  return flag;
};

function letGo(flag: Int32Array): void {
  Atomics.store(flag, 0, 1);
  Atomics.notify(flag, 0);
}

test("gives each task its own answer, and workers what was meant for them", async () => {
  await using pool = openPool(2, { greeting: "hello " });
  const texts = ["a", "b", "c", "d", "e"];
  const results = await Promise.all(texts.map((text) => pool.run(task({ kind: "echo", text }))));
  expect(results.map(({ text }) => text)).toEqual(["hello a", "hello b", "hello c", "hello d", "hello e"]);
  expect(new Set(results.map(({ threadId }) => threadId)).size).toBeLessThanOrEqual(2);
});

test("begins with the costliest of what waits, and loads nothing before its turn", async () => {
  await using pool = openPool(1);
  const flag = sharedFlag();
  const blocking = pool.run(task({ kind: "wait-for", flag }));
  const order: number[] = [];
  const waiting = [3, 9, 1, 9, 5].map((cost) => {
    const load = async () => {
      order.push(cost);
      return { request: { kind: "echo" as const, text: "" }, transfer: [] };
    };
    return pool.run({ cost, signal, load });
  });
  expect(order).toEqual([]);
  letGo(flag);
  await Promise.all([blocking, ...waiting]);
  expect(order).toEqual([9, 9, 5, 3, 1]);
});

test("works on as many tasks at once as there are workers", async () => {
  await using pool = openPool(2);
  const flag = sharedFlag();
  const blocked = pool.run(task({ kind: "wait-for", flag }));
  expect((await pool.run(task({ kind: "echo", text: "meanwhile" }))).text).toBe("meanwhile");
  letGo(flag);
  expect((await blocked).text).toBe("waited");
});

test("hands a failure to the one who asked, and works on", async () => {
  await using pool = openPool(1);
  await expect(pool.run(task({ kind: "fail", message: "bad sound" }))).rejects.toMatchObject({
    code: "transcriber-failed",
    message: expect.stringContaining("bad sound"),
  });
  expect((await pool.run(task({ kind: "echo", text: "still here" }))).text).toBe("still here");
});

test("fails only the task that could not be loaded", async () => {
  await using pool = openPool(1);
  const cannotRead = new Error("the file is gone");
  await expect(pool.run({ cost: 1, signal, load: () => Promise.reject(cannotRead) })).rejects.toBe(cannotRead);
  expect((await pool.run(task({ kind: "echo", text: "next" }))).text).toBe("next");
});

test("replaces a worker that dies and tries what it held once more, loading it anew", async () => {
  await using pool = openPool(1);
  let loads = 0;
  const flag = sharedFlag(1);
  const load = async () => {
    loads++;
    return { request: { kind: "die-while" as const, flag }, transfer: [] };
  };
  expect((await pool.run({ cost: 1, signal, load })).text).toBe("lived");
  expect(loads).toBe(2);
});

test("gives up a task that kills two workers, and works on", async () => {
  await using pool = openPool(1);
  const killing = pool.run(task({ kind: "die-while", flag: sharedFlag(99) }));
  const other = pool.run(task({ kind: "echo", text: "unharmed" }));
  await expect(killing).rejects.toMatchObject({
    code: "transcriber-failed",
    message: expect.stringContaining("exit code 7"),
  });
  expect((await other).text).toBe("unharmed");
});

test("says why a worker cannot start", async () => {
  const missing = new URL("no-such-worker.ts", url);
  await using pool = new WorkerPool<PoolRequest, PoolResult>({ url: missing, workerData: {}, workerCount: 1 });
  await expect(pool.run(task({ kind: "echo", text: "" }))).rejects.toThrow(/no-such-worker/);
});

test("an aborted task is given up at once, waiting or running, and its worker serves the next", async () => {
  await using pool = openPool(1);
  const flag = sharedFlag();
  const running = new AbortController();
  const waiting = new AbortController();
  const isLoaded = Promise.withResolvers<void>();
  const load = async () => {
    isLoaded.resolve();
    return { request: { kind: "wait-for" as const, flag }, transfer: [] };
  };
  const first = pool.run({ cost: 1, signal: running.signal, load });
  const second = pool.run(task({ kind: "echo", text: "never" }, { signal: waiting.signal }));
  await isLoaded.promise;
  running.abort(new Error("no more"));
  waiting.abort(new Error("nor this"));
  await expect(first).rejects.toThrow("no more");
  await expect(second).rejects.toThrow("nor this");
  letGo(flag);
  expect((await pool.run(task({ kind: "echo", text: "next" }))).text).toBe("next");
});

test("sends sound without copying it", async () => {
  await using pool = openPool(1);
  const samples = new Float32Array(8);
  const load = async () => ({ request: { kind: "echo" as const, text: "" }, transfer: [samples.buffer] });
  await pool.run({ cost: 1, signal, load });
  expect(samples.length).toBe(0);
});

test("closing ends what waits and what runs, and what comes after", async () => {
  const pool = openPool(1);
  const running = pool.run(task({ kind: "wait-for", flag: sharedFlag() }));
  const waiting = pool.run(task({ kind: "echo", text: "" }));
  const outcomes = Promise.allSettled([running, waiting]);
  await pool[Symbol.asyncDispose]();
  expect((await outcomes).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  await expect(pool.run(task({ kind: "echo", text: "" }))).rejects.toThrow(/closed/);
});

test("a worker is a module beside its user, from source and compiled", () => {
  expect(workerUrl("speech-worker", "file:///a/src/engine.ts").href).toBe("file:///a/src/speech-worker.ts");
  expect(workerUrl("speech-worker", "file:///a/dist/engine.js").href).toBe("file:///a/dist/speech-worker.js");
});
