/*
 * How many add-calls are answered a second, over HTTP on loopback and in the process, beside the limit: transactions of one row that
 * the same disk commits a second.
 * Run: node bench/add-calls.ts
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { createHost } from "../src/app.ts";
import { makeConfig } from "../src/config/config.ts";
import { addCall } from "../src/connection/actions/add-call.ts";
import { runAction } from "../src/connection/run-action.ts";

const CALLS = 1_000;
const CLIENTS = 8;
const dataDir = mkdtempSync(join(tmpdir(), "tamtam-bench-"));
const ACCESS_KEY = "BENCHBENCH";
const SECRET = "bench-secret-0123456789";

function parameters(n: number) {
  return {
    "actual-start": new Date(1_736_760_600_000 + n * 60_000).toISOString(),
    "client-unique-id": `bench-${n}`,
    "download-media-url": "http://127.0.0.1:9/none.wav",
    "call-title": `Sales call number ${n}`,
    direction: "Outbound",
    participants: [
      { name: "John Doe", emailAddress: "john.doe@example.com", userId: `user-${n % 20}`, mediaChannelId: 0 },
      { name: "Jane Smith", phoneNumber: "+1 555-555-1212", mediaChannelId: 1 },
    ],
    "primary-user": `user-${n % 20}`,
  };
}

/** Runs `count` jobs on a few clients and gives the jobs a second. */
async function rate(count: number, job: (n: number) => Promise<unknown>): Promise<number> {
  let next = 0;
  const startMs = performance.now();
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      while (next < count) {
        next += 1;
        await job(next);
      }
    }),
  );
  return count / ((performance.now() - startMs) / 1000);
}

function commitsPerSecond(): number {
  const database = new Database(join(dataDir, "limit.db"));
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = FULL");
  database.exec("CREATE TABLE rows(n INTEGER PRIMARY KEY, text TEXT)");
  const insert = database.prepare("INSERT INTO rows(text) VALUES (?)");
  const text = JSON.stringify(parameters(1));
  const startMs = performance.now();
  for (let n = 0; n < CALLS; n += 1) insert.run(text);
  const seconds = (performance.now() - startMs) / 1000;
  database.close();
  return CALLS / seconds;
}

const { config, secrets } = makeConfig({
  settings: {
    TAMTAM_PORT: "0",
    TAMTAM_ACCESS_KEY: ACCESS_KEY,
    TAMTAM_ACCESS_KEY_SECRET: SECRET,
    TAMTAM_LOG_LEVEL: "silent",
  },
  dataDir,
  file: undefined,
});
try {
  await using host = createHost(config, secrets, "bench");
  const backend = await host.connections.open(undefined);
  const inProcess = await rate(CALLS, (n) => runAction(addCall, backend, { entries: Object.entries(parameters(n)) }));
  const repeated = await rate(CALLS, () => runAction(addCall, backend, { entries: Object.entries(parameters(1)) }));
  await using server = await host.serve();
  const authorization = `Basic ${Buffer.from(`${ACCESS_KEY}:${SECRET}`).toString("base64")}`;
  const overHttp = await rate(CALLS, async (n) => {
    const response = await fetch(`${server.url}/connection/actions/add-call`, {
      method: "POST",
      headers: { authorization, "content-type": "application/json" },
      body: JSON.stringify({ ...parameters(CALLS + n) }),
    });
    if (!response.ok) throw new Error(await response.text());
    await response.arrayBuffer();
  });
  const limit = commitsPerSecond();
  console.log(`add-call answers a second, ${CALLS} calls, ${CLIENTS} clients`);
  console.log(`  in the process         ${inProcess.toFixed(0)}`);
  console.log(`  over HTTP              ${overHttp.toFixed(0)} (while the worker tries to download them)`);
  console.log(`  repeated id            ${repeated.toFixed(0)}`);
  console.log(
    `  limit: bare commits    ${limit.toFixed(0)} (in the process: ${((100 * inProcess) / limit).toFixed(0)} % of it)`,
  );
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
