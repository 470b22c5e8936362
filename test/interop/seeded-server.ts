import { GongDocument } from "../gong/openapi-validator.ts";
import { gongFolder } from "../gong/reference-data.ts";
import { TestLibrary, type TestServer } from "../support/tamtam.ts";
import { type Exchange, RecordingRelay } from "./recording-relay.ts";
import { wireProblems } from "./wire-problems.ts";

/** Two full pages of Gong's and a part of a third. */
export const CALL_COUNT = 230;
/** What every seed has: see `docs/sandbox.md`. */
export const SEEDED_USER_COUNT = 23;
/** Every seeded call and user is older. */
export const SEEDED_UNTIL = "2025-06-30T00:00:00Z";

/** A user that no seed made; seeded calls do not know her. */
export const ada = {
  id: "9007199254740993",
  emailAddress: "ada.quill@harrowby.example",
  firstName: "Ada",
  lastName: "Quill",
  title: "Analyst",
  created: "2026-01-05T09:00:00Z",
};

/** The engine as its users start it, on a seeded library, with a relay before it that others' clients are pointed at. */
export class SeededServer implements AsyncDisposable {
  readonly library: TestLibrary;
  readonly server: TestServer;
  readonly relay: RecordingRelay;

  private constructor(library: TestLibrary, server: TestServer, relay: RecordingRelay) {
    this.library = library;
    this.server = server;
    this.relay = relay;
  }

  static async open(): Promise<SeededServer> {
    const library = await TestLibrary.create({ TAMTAM_TIME_ZONE: "UTC" });
    await library.answer(["seed", "--calls", String(CALL_COUNT), "--until", SEEDED_UNTIL.slice(0, 10)]);
    const server = await library.serve();
    const seeded = new SeededServer(library, server, await RecordingRelay.open(server.url));
    await seeded.ownPath("POST", "users", ada);
    return seeded;
  }

  /** A request to `/tamtam/v1`, past the relay. */
  async ownPath<T = Record<string, unknown>>(method: string, path: string, body: unknown): Promise<T> {
    const headers = { "content-type": "application/json" };
    const answer = await this.server.fetch(`/tamtam/v1/${path}`, { method, headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as T; // as the caller says
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.relay[Symbol.asyncDispose]();
    await this.server[Symbol.asyncDispose]();
    await this.library[Symbol.asyncDispose]();
  }
}

/** What is wrong with answers, by Gong's document where it stands beside the checkout. */
export function makeAnswerCheck(client: string): (exchanges: readonly Exchange[]) => readonly string[] {
  const folder = gongFolder(`the check of the answers to ${client} against Gong's document`);
  const document = folder === undefined ? undefined : GongDocument.read(folder);
  return (exchanges) => wireProblems(exchanges, document);
}
