import { type ChildProcess, spawn } from "node:child_process";
import { access, constants, cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

let folder: string;

/** The published package in small: `bin`, `dist`, `package.json`. */
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tamtam-bin-"));
  await cp(import.meta.dirname, join(folder, "bin"), { recursive: true });
  await mkdir(join(folder, "dist"));
});

afterEach(() => rm(folder, { recursive: true }));

async function publish(neededNode: string, mainJs: string): Promise<void> {
  await writeFile(join(folder, "package.json"), JSON.stringify({ type: "module", engines: { node: neededNode } }));
  await writeFile(join(folder, "dist/main.js"), mainJs);
}

/** A clone's own Node: the one that runs this test, with a variable that tells it from the machine's. */
async function addOwnNode(): Promise<void> {
  await mkdir(join(folder, "node_modules/node/bin"), { recursive: true });
  const script = `#!/bin/sh\nOWN_NODE=yes exec "${process.execPath}" "$@"\n`;
  await writeFile(join(folder, "node_modules/node/bin/node"), script, { mode: 0o755 });
}

function start(...args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [join(folder, "bin/tamtam.js"), ...args], { stdio: ["ignore", "pipe", "pipe"] });
}

interface Ending {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

function ending(child: ChildProcess): Promise<Ending> {
  let stdout = "";
  let stderr = "";
  child.stdout?.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  return new Promise((resolve) => child.once("close", (code, signal) => resolve({ code, signal, stdout, stderr })));
}

const tellAll = "console.log(process.env.OWN_NODE ?? 'no', ...process.argv.slice(2)); process.exitCode = 3;";

it("may be run, as npx does", async () => {
  await access(join(import.meta.dirname, "tamtam.js"), constants.X_OK);
});

describe("on a Node that fits", () => {
  it("the program runs right away", async () => {
    await publish(">=18.0.0", tellAll);
    await addOwnNode();
    expect(await ending(start("get-call", "--json"))).toMatchObject({ code: 3, stdout: "no get-call --json\n" });
  });

  it("the program runs when it is started through a link", async () => {
    await publish(">=18.0.0", tellAll);
    const link = join(folder, "tamtam");
    await symlink(join(folder, "bin/tamtam.js"), link);
    const child = spawn(process.execPath, [link], { stdio: ["ignore", "pipe", "pipe"] });
    expect(await ending(child)).toMatchObject({ code: 3, stdout: "no\n" });
  });
});

describe("on a Node that is too old", () => {
  /** Both are the same Node in truth, so the clone's own is taken for the one that fits. */
  async function addOwnNodeThatFits(): Promise<void> {
    await addOwnNode();
    const text = 'export const fitsNodeRange = () => process.env.OWN_NODE === "yes";';
    await writeFile(join(folder, "bin/node-range.js"), text);
  }

  it("one line says what to do, and the exit code is 70", async () => {
    await publish(">=999.0.0", tellAll);
    const { code, stdout, stderr } = await ending(start("get-call"));
    expect({ code, stdout }).toEqual({ code: 70, stdout: "" });
    expect(stderr).toBe(
      `tamtam needs Node >=999.0.0 and this is ${process.versions.node}. ` +
        "Without changing anything on this machine: npx -p node@24 -p tamtam tamtam …\n",
    );
  });

  it("a clone's own Node takes over, and its exit code is passed on", async () => {
    await publish(">=999.0.0", tellAll);
    await addOwnNodeThatFits();
    expect(await ending(start("get-call", "--json"))).toMatchObject({ code: 3, stdout: "yes get-call --json\n" });
  });

  it.each(["SIGTERM", "SIGINT", "SIGHUP"] as const)(
    "%s reaches the program on the clone's own Node",
    async (signal) => {
      await publish(
        ">=999.0.0",
        `process.on("${signal}", () => { console.log("stopping"); clearInterval(timer); process.exitCode = 5; });
       const timer = setInterval(() => {}, 1000);
       console.log("ready");`,
      );
      await addOwnNodeThatFits();
      const child = start("serve");
      const ended = ending(child);
      await new Promise((resolve) => child.stdout?.once("data", resolve));
      child.kill(signal);
      expect(await ended).toMatchObject({ code: 5, stdout: "ready\nstopping\n" });
    },
  );

  it("a program that a signal ended looks like it from outside", async () => {
    await publish(">=999.0.0", 'process.kill(process.pid, "SIGKILL"); setInterval(() => {}, 1000);');
    await addOwnNodeThatFits();
    expect(await ending(start())).toMatchObject({ code: null, signal: "SIGKILL" });
  });
});

describe("in a clone", () => {
  it("nothing is started when the set-up fails", async () => {
    await publish(">=18.0.0", tellAll);
    await mkdir(join(folder, "scripts"));
    await writeFile(join(folder, "scripts/setup.js"), "export const setUpOrExplain = async () => false;");
    expect(await ending(start())).toMatchObject({ code: 1, stdout: "" });
  });
});
