import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ACCESS_KEY = "BENCHBENCHBENCH1";
const ACCESS_KEY_SECRET = "a-secret-for-the-bench";
export const authorization = `Basic ${Buffer.from(`${ACCESS_KEY}:${ACCESS_KEY_SECRET}`).toString("base64")}`;

/** A server in a process of its own. */
export interface Rival extends AsyncDisposable {
  readonly name: "tamtam" | "bare" | "mock" | "mock whole";
  readonly url: string;
  /** That it has used so far; NaN where the system does not say. */
  processorMs(): number;
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const PRISM = here("../prism/node_modules/@stoplight/prism-cli/dist/index.js");

export function startTamtam(dataDir: string): Promise<Rival> {
  return start("tamtam", [here("../../bin/tamtam.js"), "serve"], {
    TAMTAM_DATA_DIR: dataDir,
    TAMTAM_ACCESS_KEY: ACCESS_KEY,
    TAMTAM_ACCESS_KEY_SECRET: ACCESS_KEY_SECRET,
    TAMTAM_LOG_LEVEL: "silent",
    // Node's options for a profile.
    ...(process.env["TAMTAM_BENCH_NODE_OPTIONS"] && { NODE_OPTIONS: process.env["TAMTAM_BENCH_NODE_OPTIONS"] }),
  });
}

/** Sends answers from memory, by path. */
export function startBare(answersFile: string, answers: ReadonlyMap<string, string>): Promise<Rival> {
  writeFileSync(answersFile, JSON.stringify([...answers]));
  return start("bare", [here("bare-server.ts"), answersFile], {});
}

/** Gong's own document, where that and the mock server are both there. */
export function mockedDocument(): string | undefined {
  const data = process.env["TAMTAM_TEST_DATA"];
  const document = data === undefined ? undefined : join(data, "../gong/openapi.json");
  return document !== undefined && existsSync(document) && existsSync(PRISM) ? document : undefined;
}

/** A mock server made from Gong's document. It sends an example, which is a short one. */
export function startMock(document: string): Promise<Rival> {
  return start("mock", [PRISM, "mock", "--verboseLevel", "silent", document], {});
}

/** The same mock server, with these answers for the examples of its document. */
export function startWholeMock(document: string, folder: string, answers: ReadonlyMap<string, string>): Promise<Rival> {
  const described = JSON.parse(readFileSync(document, "utf8")) as Described;
  for (const [path, text] of answers) {
    for (const { responses } of Object.values(described.paths[path] ?? {})) {
      for (const content of Object.values(responses["200"]?.content ?? {})) content.example = JSON.parse(text);
    }
  }
  const file = join(folder, "with-whole-examples.json");
  writeFileSync(file, JSON.stringify(described));
  return start("mock whole", [PRISM, "mock", "--verboseLevel", "silent", file], {});
}

/** As much of an OpenAPI document as is changed here. */
interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
}

interface DescribedOperation {
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { example?: unknown }>> }>>;
}

/** Waits until the server says that it listens. */
async function start(name: Rival["name"], args: readonly string[], settings: Record<string, string>): Promise<Rival> {
  const port = await freePort();
  const portArguments = args[0] === PRISM ? ["--port", String(port)] : [];
  const child = spawn(process.execPath, [...args, ...portArguments], {
    env: { PATH: process.env["PATH"], HOME: process.env["HOME"], TAMTAM_PORT: String(port), ...settings },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const url = `http://127.0.0.1:${port}`;
  await listening(url, child);
  return { name, url, processorMs: () => processorMs(child), [Symbol.asyncDispose]: () => stop(child) };
}

/** Linux: user's and system's time, in ticks of 10 ms. */
function processorMs({ pid }: ChildProcess): number {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return Number.NaN;
  const [userTicks, systemTicks] = readFileSync(file, "utf8").split(") ").at(-1)?.split(" ").slice(11, 13) ?? [];
  return (Number(userTicks) + Number(systemTicks)) * 10;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address !== null ? address.port : 0;
}

async function listening(url: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const isThere = await fetch(url).then(
      () => true,
      () => false,
    );
    if (isThere) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${child.spawnargs.join(" ")} ended with ${child.exitCode} before it listened`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGINT");
  await ended;
}
