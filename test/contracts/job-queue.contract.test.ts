import { expect, test } from "vitest";
import type { JobQueue } from "../../src/engine/queue/job-queue.ts";
import { failedCases, override } from "./contract-cases.ts";
import { describeJobQueueContract, jobQueueCases } from "./job-queue.contract.ts";
import { openSqliteParts } from "./sqlite-parts.ts";

describeJobQueueContract("SqliteJobQueue", openSqliteParts);

const breakages: [string, (queue: JobQueue) => Partial<JobQueue>][] = [
  [
    "lets a worker finish a job it has lost",
    (queue) => ({ complete: async (...job) => (await queue.complete(...job)) || true }),
  ],
  ["counts the attempt at a clean stop", (queue) => ({ release: (id) => queue.recover("here", () => id === "") })],
  ["frees what living workers hold", (queue) => ({ recover: (host) => queue.recover(host, () => false) })],
  ["is deaf to heartbeats", () => ({ heartbeat: async () => [] })],
  ["does not keep jobs to one call", (queue) => ({ claim: (workerId) => queue.claim(workerId) })],
  ["knows no waiting", () => ({ nextDueInMs: async () => 0 })],
];

test.each(breakages)("the contract notices a queue that %s", async (_, breakIt) => {
  const failed = await failedCases(jobQueueCases, async () => {
    const parts = await openSqliteParts();
    return { ...parts, queue: override<JobQueue>(parts.queue, breakIt(parts.queue)) };
  });
  expect(failed.length).toBeGreaterThan(0);
  expect(failed.length).toBeLessThan(jobQueueCases.length);
});
