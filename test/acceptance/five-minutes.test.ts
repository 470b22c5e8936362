import { type ChildProcess, spawn } from "node:child_process";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ACCESS_KEY, ACCESS_KEY_SECRET, finished, firstUrl, TestLibrary, type TestServer } from "../support/tamtam.ts";

const PAGE = new URL("../../docs/from-a-gong-key-to-a-searchable-library.md", import.meta.url);
const COMMAND = fileURLToPath(new URL("../../bin/tamtam.js", import.meta.url));
const CALLS = 40;

interface Ran {
  readonly line: string;
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The commands of the page as somebody types them, in a shell, in a home folder of their own. */
class Typist implements AsyncDisposable {
  readonly #home: string;
  readonly #settings: Record<string, string> = {};
  #serving: ChildProcess | undefined;

  private constructor(home: string) {
    this.#home = home;
  }

  static async sitDown(): Promise<Typist> {
    const home = await mkdtemp(join(tmpdir(), "tamtam-page-"));
    const shim = join(home, "tamtam");
    await writeFile(shim, `#!/bin/sh\nexec "${process.execPath}" "${COMMAND}" "$@"\n`);
    await chmod(shim, 0o700);
    return new Typist(home);
  }

  async type(line: string): Promise<Ran> {
    if (line.startsWith("export ")) return this.#keepSettings(line);
    if (line.startsWith("tamtam")) await this.#stopServing();
    if (line.endsWith("tamtam serve")) {
      await this.#stopServing();
      this.#serving = this.#spawn(line);
      return { line, code: 0, stdout: await firstUrl(this.#serving), stderr: "" };
    }
    const child = this.#spawn(line);
    child.stdin?.on("error", () => undefined);
    child.stdin?.end(line.startsWith("tamtam connect") ? `${ACCESS_KEY}\n${ACCESS_KEY_SECRET}\n` : "");
    return { line, ...(await finished(child)) };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#stopServing();
    await rm(this.#home, { recursive: true, force: true, maxRetries: 3 });
  }

  #keepSettings(line: string): Ran {
    for (const [, name = "", value = ""] of line.matchAll(/(\w+)=(\S+)/g)) this.#settings[name] = value;
    return { line, code: 0, stdout: "", stderr: "" };
  }

  #spawn(line: string): ChildProcess {
    const path = [this.#home, process.env["PATH"]].join(delimiter);
    const env = { PATH: path, HOME: this.#home, TAMTAM_PORT: "0", ...this.#settings };
    // A group of its own: Ctrl-C reaches all that a terminal has started.
    return spawn("sh", ["-c", line], { env, cwd: this.#home, stdio: ["pipe", "pipe", "pipe"], detached: true });
  }

  async #stopServing(): Promise<void> {
    const child = this.#serving;
    this.#serving = undefined;
    if (child?.pid === undefined || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once("close", resolve));
    process.kill(-child.pid, "SIGINT");
    await ended;
  }
}

/** The lines of every `sh` block, in order. */
function commandsOf(page: string): readonly string[] {
  const blocks = [...page.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block = ""]) => block);
  return blocks.flatMap((block) => block.trim().split("\n"));
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // of a server that listens on TCP
  await new Promise((resolve) => server.close(resolve));
  return port;
}

let tenant: TestLibrary;
let far: TestServer;
const ran: Ran[] = [];

beforeAll(async () => {
  tenant = await TestLibrary.create({ TAMTAM_LIMITS: "gong" });
  await tenant.answer(["seed", "--calls", String(CALLS), "--until", "2025-06-30"]);
  far = await tenant.serve();
  await using typist = await Typist.sitDown();
  const port = String(await freePort());
  const page = await readFile(PAGE, "utf8");
  for (const command of commandsOf(page)) {
    const line = command.replaceAll("https://us-12345.api.gong.io", far.url).replaceAll("8092", port);
    ran.push(await typist.type(line));
  }
}, 240_000);

afterAll(async () => {
  await far[Symbol.asyncDispose]();
  await tenant[Symbol.asyncDispose]();
});

/** What the commands that begin like this printed, in the page's order. */
function answersTo<T>(beginning: string): readonly T[] {
  return ran.filter(({ line }) => line.startsWith(beginning)).map(({ stdout }) => JSON.parse(stdout) as T); // each prints its own shape
}

test("every command of the page works, in the page's order", () => {
  expect(
    ran.map(({ line }) =>
      line
        .replace(/^(\w+=\S+ )*/, "")
        .split(" ", 2)
        .join(" "),
    ),
  ).toEqual([
    expect.stringMatching(/^export GONG_URL=/),
    "tamtam connect",
    "tamtam sync",
    "tamtam sync",
    "tamtam search-calls",
    "tamtam search-calls",
    "tamtam sync",
    "tamtam serve",
    expect.stringMatching(/^export TAMTAM_ACCESS_KEY=/),
    "tamtam serve",
    "curl -u",
  ]);
  for (const { line, code, stderr } of ran) expect(code, `${line}\n${stderr}`).toBe(0);
});

test("what is explained is what it takes: calls, and requests within one of those that were made", () => {
  const [explained, first, second] = answersTo<{ calls?: number; requests: number; mirror?: { coverage: object } }>(
    "tamtam sync",
  );
  expect(explained?.calls).toBe(CALLS);
  expect(Math.abs((explained?.requests ?? 0) - (first?.requests ?? 0))).toBeLessThanOrEqual(1);
  expect(first?.mirror?.coverage).toMatchObject({ calls: CALLS, complete: true });
  expect(second?.requests).toBe(1);
});

test("a search answers from the mirror", () => {
  for (const found of answersTo<{ pagination: { totalRecords: number }; mirror: object }>("tamtam search-calls")) {
    expect(found.pagination.totalRecords).toBeGreaterThan(0);
    expect(found.mirror).toMatchObject({ coverage: { calls: CALLS, complete: true }, pending: 0 });
  }
});

test("the mirror answers on Gong's own paths with the tenant's calls", async () => {
  const [listed] = answersTo<{ records: { totalRecords: number }; calls: { id: string; url: string }[] }>("curl");
  const theirs = (await (await far.fetch("/v2/calls")).json()) as { calls: unknown };
  expect(listed?.records.totalRecords).toBe(CALLS);
  expect(listed?.calls).toEqual(theirs.calls);
});
