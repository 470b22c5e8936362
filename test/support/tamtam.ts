import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { modelCacheDir } from "./model-cache.ts";

/** The command as a user of the clone has it. */
export const COMMAND = fileURLToPath(new URL("../../bin/tamtam.js", import.meta.url));
const CLONE = fileURLToPath(new URL("../..", import.meta.url));

export const ACCESS_KEY = "TESTTESTTESTTEST";
export const ACCESS_KEY_SECRET = "a-secret-for-tests-only";

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A library of its own, in a folder of its own, and the command line on it. */
export class TestLibrary implements AsyncDisposable {
  readonly dataDir: string;
  readonly #settings: Record<string, string>;
  readonly #running = new Set<ChildProcess>();

  private constructor(dataDir: string, settings: Record<string, string>) {
    this.dataDir = dataDir;
    this.#settings = settings;
  }

  static async create(settings: Record<string, string> = {}): Promise<TestLibrary> {
    const dataDir = await mkdtemp(join(tmpdir(), "tamtam-test-"));
    return new TestLibrary(dataDir, settings);
  }

  /** For programs that start `tamtam` by themselves: with `COMMAND` as the script of Node. */
  get environment(): Record<string, string> {
    return {
      PATH: process.env["PATH"] ?? "",
      HOME: this.dataDir,
      TAMTAM_DATA_DIR: this.dataDir,
      TAMTAM_MODEL_CACHE: modelCacheDir(),
      TAMTAM_MODEL: "fast",
      TAMTAM_MEDIA_ALLOW_HOSTS: "127.0.0.1",
      TAMTAM_ACCESS_KEY: ACCESS_KEY,
      TAMTAM_ACCESS_KEY_SECRET: ACCESS_KEY_SECRET,
      TAMTAM_PORT: "0",
      ...this.#settings,
    };
  }

  /** Starts `tamtam` with these arguments. */
  start(args: readonly string[], settings: Record<string, string> = {}): ChildProcess {
    return this.#spawn(process.execPath, [COMMAND, ...args], settings);
  }

  /** Starts npm in the clone, on this library. */
  startNpm(args: readonly string[]): ChildProcess {
    return this.#spawn("npm", args, {});
  }

  #spawn(program: string, args: readonly string[], settings: Record<string, string>): ChildProcess {
    const child = spawn(program, args, {
      cwd: CLONE,
      env: { ...this.environment, ...settings },
      stdio: ["pipe", "pipe", "pipe"],
    });
    this.#running.add(child);
    child.once("exit", () => this.#running.delete(child));
    return child;
  }

  /** Runs `tamtam` to its end. */
  async run(
    args: readonly string[],
    options: { input?: string; settings?: Record<string, string> } = {},
  ): Promise<Finished> {
    const child = this.start(args, options.settings);
    child.stdin?.on("error", () => undefined);
    child.stdin?.end(options.input ?? "");
    return finished(child);
  }

  /** Runs `tamtam` and reads its answer; anything but exit code 0 is an error that shows stderr. */
  async answer<T = Record<string, unknown>>(args: readonly string[], input?: string): Promise<T> {
    const { code, stdout, stderr } = await this.run(args, input === undefined ? {} : { input });
    if (code !== 0) throw new Error(`tamtam ${args.join(" ")} ended with ${code}:\n${stderr}`);
    return JSON.parse(stdout) as T;
  }

  /** Starts the server and waits until it listens. */
  async serve(settings: Record<string, string> = {}): Promise<TestServer> {
    const child = this.start(["serve"], settings);
    const url = await firstUrl(child);
    return new TestServer(child, url);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const ends = [...this.#running].map((child) => finished(child));
    for (const child of this.#running) child.kill("SIGKILL");
    await Promise.all(ends);
    await rm(this.dataDir, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** A running server and requests to it with the right key. */
export class TestServer implements AsyncDisposable {
  readonly url: string;
  readonly process: ChildProcess;

  constructor(process: ChildProcess, url: string) {
    this.process = process;
    this.url = url;
  }

  fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const authorization = `Basic ${Buffer.from(`${ACCESS_KEY}:${ACCESS_KEY_SECRET}`).toString("base64")}`;
    return fetch(new URL(path, this.url), { ...init, headers: { authorization, ...init.headers } });
  }

  async action<T = Record<string, unknown>>(name: string, parameters: object): Promise<T> {
    const response = await this.fetch(`/connection/actions/${name}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(parameters),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${name} answered ${response.status}: ${text}`);
    return JSON.parse(text) as T;
  }

  async command<T = Record<string, unknown>>(text: string): Promise<T> {
    const response = await this.fetch("/connection/command", {
      method: "POST",
      headers: { "content-type": "text/plain" },
      body: text,
    });
    const answer = await response.text();
    if (!response.ok) throw new Error(`the command was answered with ${response.status}: ${answer}`);
    return JSON.parse(answer) as T;
  }

  /** Ends as with Ctrl-C. */
  async stop(): Promise<Finished["code"]> {
    const end = exitCode(this.process);
    this.process.kill("SIGINT");
    return end;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.process.exitCode === null && this.process.signalCode === null) await this.stop();
  }
}

/** Asks again until the answer is right; the test's own time limit ends what never comes right. */
export async function until<T>(ask: () => Promise<T>, isRight: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (isRight(answer)) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

export async function finished(child: ChildProcess): Promise<Finished> {
  let stdout = "";
  let stderr = "";
  child.stdout?.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const code = await exitCode(child);
  return { code, stdout, stderr };
}

function exitCode(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code));
  });
}

/** Waits for the line in which a starting server names its URL. */
export function firstUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = "";
    const look = (text: string) => {
      printed += text;
      const url = /https?:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0];
      if (url !== undefined) resolve(url);
    };
    child.stdout?.setEncoding("utf8").on("data", look);
    child.stderr?.setEncoding("utf8").on("data", look);
    child.once("exit", (code) => reject(new Error(`the server ended with ${code} before it listened:\n${printed}`)));
  });
}
