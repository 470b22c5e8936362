import type { ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { textOf } from "../support/mcp-client.ts";
import { type MediaHost, openMediaHost } from "../support/media-host.ts";
import { addCallParameters, type CallAnswer, type SearchAnswer } from "../support/sample-call.ts";
import { COMMAND, finished, TestLibrary, until } from "../support/tamtam.ts";

interface LogAnswer {
  readonly logEntries?: readonly { readonly logRecord: { readonly action: string } }[];
}

let library: TestLibrary;
let mediaHost: MediaHost;

beforeAll(async () => {
  library = await TestLibrary.create();
  mediaHost = await openMediaHost();
  await library.answer(["seed", "--calls", "24", "--until", "2025-06-30"]);
});

afterAll(async () => {
  await library[Symbol.asyncDispose]();
  await mediaHost[Symbol.asyncDispose]();
});

/** `tamtam mcp` as an agent on this machine starts it. */
async function startAgent(...args: readonly string[]): Promise<Client & AsyncDisposable> {
  const client = new Client({ name: "test", version: "1" });
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [COMMAND, "mcp", ...args],
    env: library.environment,
    stderr: "inherit",
  });
  await client.connect(transport);
  return Object.assign(client, { [Symbol.asyncDispose]: () => client.close() });
}

const call = async (client: Client, name: string, parameters: object) => {
  const result = await client.callTool({ name, arguments: { ...parameters } });
  return { ...result, text: textOf(result) };
};

describe("tamtam mcp", () => {
  test("finds, reads, corrects and deletes calls, without a server", async () => {
    await using agent = await startAgent();
    // From now on the client checks every answer against the tool's schema.
    expect((await agent.listTools()).tools).toHaveLength(6);
    const found = await call(agent, "search-calls", { keywords: ["technicians"], "include-content": true });
    const same = await library.answer<SearchAnswer>(["search-calls", "--keywords", "technicians", "--include-content"]);
    expect(found.structuredContent).toEqual(same);
    const [first] = same.calls;
    const callId = first?.callId ?? "";
    const said = first?.matches?.find(({ where }) => where === "transcript");
    const seconds = Math.floor(said?.start ?? 0);
    const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    expect(found.text).toContain(`of ${same.pagination.totalRecords}.`);
    expect(found.text).toContain(`${clock} "${said?.speaker}" (`);

    const read = await call(agent, "get-call", {
      "call-id": callId,
      "include-transcript": true,
      "transcript-from": 60,
    });
    const { transcript } = read.structuredContent as unknown as CallAnswer; // what the action promises
    expect(transcript?.sentences.every(({ start }) => start >= 60)).toBe(true);
    expect(read.text).toMatch(/\nTranscript:\n1:\d\d "/);

    const edited = await call(agent, "edit-call", { "call-id": callId, "call-title": "Renewal" });
    expect([edited.structuredContent, edited.text]).toEqual([
      { callId, edited: true },
      `callId: ${callId}\nedited: true`,
    ]);
    expect((await call(agent, "get-call", { "call-id": callId })).text).toContain(`Call ${callId}: "Renewal"`);
    const deleted = await call(agent, "delete-call", { "call-id": callId });
    expect(deleted.structuredContent).toEqual({ callId, deleted: true });
    const gone = await call(agent, "get-call", { "call-id": callId });
    expect([gone.isError, gone.text]).toEqual([
      true,
      expect.stringContaining(`not-found: There is no call with call-id ${callId}`),
    ]);
  });

  test("says what must run where nothing processes the call that it added, and nothing where a server does", async () => {
    await using agent = await startAgent();
    const url = `${mediaHost.url}/not-there.wav`;
    const waiting = await call(agent, "add-call", addCallParameters(url, "mcp-1"));
    expect(waiting.structuredContent).toEqual({ callId: expect.any(String), status: "Processing" });
    expect(waiting.text).toContain("run `tamtam serve` on this machine");
    await using server = await library.serve();
    const { callId } = waiting.structuredContent as { callId: string }; // as just seen
    const isOver = ({ text }: { text: string }) => !text.includes("Processing");
    const failed = await until(() => call(agent, "get-call", { "call-id": callId }), isOver);
    expect(failed.text).toContain('Failed at download: "');
    const retried = await call(agent, "retry-call", { "call-id": callId });
    expect(retried.structuredContent).toEqual({ callId, status: "Processing", stage: "download" });
    expect(retried.text).not.toContain("tamtam serve");
    const another = await call(agent, "add-call", addCallParameters(url, "mcp-2"));
    expect(another.text).not.toContain("tamtam serve");

    const asked = new URLSearchParams({ logType: "UserActivityLog", fromDateTime: "2025-01-01T00:00:00Z" });
    const actionsOf = async () => {
      const { logEntries = [] } = (await (await server.fetch(`/v2/logs?${asked}`)).json()) as LogAnswer;
      return logEntries.map(({ logRecord }) => logRecord.action);
    };
    const noted = await until(actionsOf, (actions) => actions.filter((action) => action === "add-call").length === 2);
    expect(noted).toEqual(expect.arrayContaining(["seed", "edit-call", "delete-call", "add-call", "retry-call"]));
  });

  test("takes no file of this machine, which a call could talk an agent into sending", async () => {
    await using agent = await startAgent();
    for (const url of [`file://${COMMAND}`, COMMAND]) {
      const refused = await call(agent, "add-call", addCallParameters(url, "mcp-file"));
      expect(refused.isError).toBe(true);
      expect(refused.text).toContain("- download-media-url: ");
      expect(refused.text).toContain(COMMAND);
    }
  });

  test("writes nothing but the protocol on stdout, and ends when its client does", async () => {
    const child = library.start(["mcp"], { TAMTAM_LOG_LEVEL: "debug" });
    const answers = readAnswers(child);
    const end = finished(child);
    const ask = (id: number, method: string, params: object) =>
      child.stdin?.write(`${JSON.stringify({ jsonrpc: "2.0", id, method, params })}\n`);
    const client = { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "t", version: "1" } };
    ask(1, "initialize", client);
    expect(await answers.next()).toMatchObject({ id: 1, result: { protocolVersion: "2025-06-18" } });
    child.stdin?.write("this is no message\n");
    ask(2, "tools/call", { name: "search-calls", arguments: {} });
    ask(3, "tools/call", { name: "no-such-tool", arguments: {} });
    ask(4, "no-such-method", {});
    const rest = [await answers.next(), await answers.next(), await answers.next()];
    const byId = new Map(rest.map((answer) => [answer.id, answer]));
    expect(byId.get(2)).toMatchObject({ jsonrpc: "2.0", result: { structuredContent: { calls: expect.any(Array) } } });
    expect(byId.get(3)).toMatchObject({ jsonrpc: "2.0", error: { code: -32602 } });
    expect(byId.get(4)).toMatchObject({ jsonrpc: "2.0", error: { code: -32601 } });
    child.stdin?.end();
    const { code, stdout } = await end;
    expect(code).toBe(0);
    expect(stdout.trim().split("\n")).toHaveLength(4);
  });

  test("ends with Ctrl-C, too", async () => {
    const child = library.start(["mcp"]);
    const answers = readAnswers(child);
    const end = finished(child);
    child.stdin?.write(`${JSON.stringify({ jsonrpc: "2.0", id: 1, method: "ping" })}\n`);
    await answers.next();
    child.kill("SIGINT");
    expect((await end).code).toBe(0);
  });

  test("refuses a connection that is not there, and other words, before it speaks", async () => {
    const nowhere = await library.run(["mcp", "--connection", "acme"]);
    expect([nowhere.code, nowhere.stdout]).toEqual([3, ""]);
    expect(nowhere.stderr).toContain("acme");
    const word = await library.run(["mcp", "now"]);
    expect([word.code, word.stdout]).toEqual([2, ""]);
  });
});

interface Answer {
  readonly id?: number;
  readonly [member: string]: unknown;
}

/** The messages on stdout, in order; a line that is none is an error. */
function readAnswers(child: ChildProcess): { next(): Promise<Answer> } {
  const stdout = child.stdout;
  if (!stdout) throw new Error("stdout is not piped");
  const lines = createInterface({ input: stdout })[Symbol.asyncIterator]();
  return {
    next: async () => {
      const { value, done } = await lines.next();
      if (done) throw new Error("stdout ended before the answer");
      return JSON.parse(value) as Answer;
    },
  };
}
