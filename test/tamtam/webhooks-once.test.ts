import { afterEach, beforeEach, expect, it } from "vitest";
import { type Stage, stages } from "../../src/calls/call.ts";
import { StageError } from "../../src/calls/errors.ts";
import type { CallId } from "../../src/calls/ids.ts";
import { createEngine } from "../../src/engine/engine.ts";
import type { StageRunner } from "../../src/engine/jobs/stage-runner.ts";
import { runWorker } from "../../src/engine/jobs/worker.ts";
import type { WebhookBody } from "../../src/gong-api/present/present-webhook.ts";
import { makeAnalysis, makeSpeaker, makeTranscript } from "../contracts/sample-calls.ts";
import { WebhookReceiver } from "../support/webhook-receiver.ts";
import { WebhookWorld } from "./webhook-world.ts";

let world: WebhookWorld;
let receiver: WebhookReceiver;

beforeEach(async () => {
  world = await WebhookWorld.open();
  receiver = await WebhookReceiver.open();
  await world.createRule({ url: receiver.url });
});

afterEach(async () => {
  await receiver[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

/** As a client uploads it: its first stage waits. */
async function addCall(): Promise<CallId> {
  const answer = await world.server.send({
    method: "POST",
    path: "/v2/calls",
    body: {
      clientUniqueId: "recorder-7",
      actualStart: "2026-06-12T08:00:00Z",
      direction: "Outbound",
      downloadMediaUrl: "https://media.example/7.mp3",
      parties: [{ userId: "501", name: "Ann Ford" }, { name: "Bob Stone" }],
      primaryUser: "501",
    },
  });
  expect(answer.status).toBe(200);
  return answer.body["callId"] as CallId; // of this operation
}

const broken = new StageError("broken", "it is broken", { isTransient: false });

/** Does the work that waits until the call is done or has failed. @param failing a stage that fails */
async function work(callId: CallId, failing?: Stage): Promise<string | undefined> {
  const { parts } = world.server;
  const stop = new AbortController();
  const runners = Object.fromEntries(stages.map((stage) => [stage, runnerOf(stage, failing)]));
  const watching = setInterval(async () => {
    if ((await parts.calls.get(callId))?.processing.status !== "Processing") stop.abort();
  }, 2);
  try {
    await runWorker(
      {
        ...parts,
        runners: runners as Record<Stage, StageRunner>, // one of each stage
        reportError: (error) => expect.fail(String(error)),
      },
      {
        worker: { id: "w", pid: 1, host: "here" },
        concurrency: 1,
        signal: stop.signal,
        heartbeatMs: 60_000,
        pollMs: 1,
        repairMs: 1,
      },
    );
  } finally {
    clearInterval(watching);
  }
  return (await parts.calls.get(callId))?.processing.status;
}

/** Of the work itself only what an edit looks at is done. */
function runnerOf(stage: Stage, failing: Stage | undefined): StageRunner {
  if (stage === failing) return { run: async () => Promise.reject(broken) };
  const { calls } = world.server.parts;
  return {
    run: async ({ id }) => ({
      commit: async (transaction) => {
        const transcript = makeTranscript(["Hello."], [makeSpeaker("1")]);
        if (stage === "transcribe") await calls.setTranscript(id, transcript, transaction);
        if (stage === "analyze") await calls.setAnalysis(id, makeAnalysis(), transaction);
      },
    }),
  };
}

async function rename(callId: CallId, name: string): Promise<void> {
  const parties = [{ userId: "501", name: "Ann Ford" }, { name }];
  const path = `/tamtam/v1/calls/${callId}`;
  const { status, body } = await world.server.send({ method: "PATCH", path, body: { parties } });
  expect([status, body["stage"]]).toEqual([200, "analyze"]);
}

const told = () => receiver.received.map(({ body }) => (JSON.parse(body) as WebhookBody).callData.metaData.id);

it("a call is told of once, whatever is edited afterwards, also where the stages that are done again fail at first", async () => {
  const callId = await addCall();
  expect(await work(callId)).toBe("Completed");
  expect(await world.deliver()).toBe(1);
  await rename(callId, "Rob Stone");
  expect(await work(callId)).toBe("Completed");
  await rename(callId, "Robert Stone");
  expect(await work(callId, "index")).toBe("Failed");
  await createEngine(world.server.parts).status.retryCall(callId);
  expect(await work(callId)).toBe("Completed");
  expect(await world.deliver()).toBe(0);
  expect(told()).toEqual([callId]);
});

it("a call that failed is told of when it is completed after a retry, and not before", async () => {
  const callId = await addCall();
  expect(await work(callId, "transcribe")).toBe("Failed");
  expect(await world.deliver()).toBe(0);
  const { status } = createEngine(world.server.parts);
  await status.retryCall(callId);
  expect(await work(callId, "index")).toBe("Failed");
  await status.retryCall(callId);
  expect(await work(callId)).toBe("Completed");
  expect(await world.deliver()).toBe(1);
  expect(told()).toEqual([callId]);
});

it("a call that was edited while it was processed is told of once", async () => {
  const callId = await addCall();
  expect(await work(callId, "index")).toBe("Failed");
  await rename(callId, "Rob Stone");
  expect(await work(callId)).toBe("Completed");
  expect(await world.deliver()).toBe(1);
  expect(told()).toEqual([callId]);
});

it("a call that was completed when there was no rule is not told of when it is edited", async () => {
  const [{ id } = { id: "" }] = (await world.send<{ rules: { id: string }[] }>("GET", "webhook-rules")).body.rules;
  await world.send("DELETE", `webhook-rules/${id}`);
  const callId = await addCall();
  expect(await work(callId)).toBe("Completed");
  await world.createRule({ url: receiver.url });
  await rename(callId, "Rob Stone");
  expect(await work(callId)).toBe("Completed");
  expect(await world.deliver()).toBe(0);
});

it("a call of a sandbox that is late is told of when Gong's paths show it", async () => {
  const callId = await addCall();
  expect(await work(callId)).toBe("Completed");
  const thereFromMs = world.server.clock.nowMs + 60_000;
  const tellFrom = async () => thereFromMs;
  expect(await world.deliver("sender", { tellFrom })).toBe(0);
  expect(await world.deliveries()).toMatchObject([{ state: "waiting", due: "2026-06-12T11:31:00+02:00" }]);
  world.server.clock.nowMs = thereFromMs;
  expect(await world.deliver("sender", { tellFrom })).toBe(1);
});
