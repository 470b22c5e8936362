import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable, Writable } from "node:stream";
import type { CliOptions } from "../../../src/surfaces/cli/cli-options.ts";
import { runCli } from "../../../src/surfaces/cli/run-cli.ts";
import { type FakeHost, makeFakeHost } from "./fake-host.ts";

export interface FakeCli {
  readonly host: FakeHost;
  readonly stdout: TextSink;
  readonly stderr: TextSink;
  /** Ctrl-C. */
  readonly interruption: AbortController;
  /** An empty folder; also the working directory. */
  readonly folder: string;
  run(...argv: string[]): Promise<number>;
}

/** Keeps what is written to it. */
export class TextSink extends Writable {
  text = "";
  readonly isTTY: boolean;
  readonly #watchers = new Set<() => void>();
  constructor(isTerminal: boolean) {
    super({ decodeStrings: false });
    this.isTTY = isTerminal;
  }
  override _write(chunk: string | Buffer, _encoding: string, done: (error?: Error) => void): void {
    this.text += String(chunk);
    for (const watcher of this.#watchers) watcher();
    done();
  }
  /** Waits until a text has been written. */
  async waitFor(text: string): Promise<void> {
    while (!this.text.includes(text)) {
      const more = Promise.withResolvers<void>();
      this.#watchers.add(more.resolve);
      await more.promise;
      this.#watchers.delete(more.resolve);
    }
  }
}

export interface FakeCliOptions {
  readonly stdin?: string | PassThrough;
  readonly isTerminal?: Partial<CliOptions["io"]["isTerminal"]>;
  readonly columns?: number;
  readonly isColorWanted?: boolean;
  readonly stdout?: Writable;
  readonly files?: Partial<CliOptions["files"]>;
  readonly connectionNames?: readonly string[];
  readonly defaultConnection?: string;
}

/** The command line with nothing real around it. Nothing is a terminal unless the test says so. */
export function makeFakeCli(given: FakeCliOptions = {}): FakeCli {
  const isTerminal = { stdin: false, stdout: false, stderr: false, ...given.isTerminal };
  const [stdout, stderr] = [new TextSink(isTerminal.stdout), new TextSink(isTerminal.stderr)];
  const [host, interruption] = [makeFakeHost(), new AbortController()];
  const folder = mkdtempSync(join(tmpdir(), "tamtam-cli-"));
  const stdin = given.stdin instanceof PassThrough ? given.stdin : Readable.from(given.stdin ? [given.stdin] : []);
  const io = {
    stdin,
    stdout: given.stdout ?? stdout,
    stderr,
    isTerminal,
    isColorWanted: given.isColorWanted ?? false,
    columns: given.columns ?? 80,
    cwd: folder,
    homeDir: folder,
    signal: interruption.signal,
  };
  const files = {
    shellHistory: join(folder, "state", "history"),
    sampleCommand: join(folder, "examples", "sample-call.command.txt"),
    projectRoot: folder,
    ...given.files,
  };
  const { connectionNames, defaultConnection } = given;
  const run = (...argv: string[]) => runCli({ argv, host, io, files, connectionNames, defaultConnection });
  return { host, stdout, stderr, interruption, folder, run };
}

/** Options of an add-call that has all it needs. */
export const addCallOptions = Object.entries({
  "actual-start": "2025-01-13T01:30:00-08:00",
  "client-unique-id": "unique_call_id_12345",
  "download-media-url": "https://example.com/path/to/call.mp3",
  "call-title": "Sales Call with Jane Smith",
  direction: "Outbound",
  disposition: "Intro Call",
  participants:
    '[{"emailAddress": "john.doe@example.com", "name": "John Doe", "userId": "gong_user_id_12345"}, {"name": "Jane Smith", "phoneNumber": "+1 555-555-1212"}]',
  "primary-user": "gong_user_id_12345",
}).flatMap(([name, value]) => [`--${name}`, value]);

/** The same as command text, under another client-unique-id where one is given. */
export function addCallText(
  clientUniqueId = "unique_call_id_12345",
  url = "https://example.com/path/to/call.mp3",
): string {
  return `/your-gong-connection
action: add-call
actual-start: 2025-01-13T01:30:00-08:00
client-unique-id: ${clientUniqueId}
download-media-url: ${url}
call-title: Sales Call with Jane Smith
direction: Outbound
disposition: Intro Call
participants: [{"emailAddress": "john.doe@example.com", "mediaChannelId": 1, "name": "John Doe", "userId": "gong_user_id_12345"}, {"mediaChannelId": 0, "name": "Jane Smith", "phoneNumber": "+1 555-555-1212"}]
primary-user: gong_user_id_12345
`;
}
