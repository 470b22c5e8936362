import { gongPaths, linkCheck } from "../../src/app/serving/open-sandbox.ts";
import { asId } from "../../src/calls/ids.ts";
import { createEngine } from "../../src/engine/engine.ts";
import type { SandboxState } from "../../src/gong-api/tamtam/change-sandbox.ts";
import { Sandbox } from "../../src/sandbox/sandbox.ts";
import { createHttpApp } from "../../src/surfaces/http/http-app.ts";
import { type Listener, listen } from "../../src/surfaces/http/listen.ts";
import { makeAnalysis, makeCall, makeParty, makeSpeaker, makeTranscript } from "../contracts/sample-calls.ts";
import { authorization } from "../support/http-services.ts";
import { type GongBody, GongServer, WORKSPACE_ID } from "./gong-server.ts";
import { addCompleted } from "./library.ts";

export const LINK_SECRET = "a secret for links";

export interface SandboxAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: GongBody;
}

/** A sandbox that listens on a real socket, over a library of the test's own. */
export class SandboxServer implements AsyncDisposable {
  readonly gong: GongServer;
  readonly sandbox: Sandbox;
  readonly url: string;
  readonly #listener: Listener;

  private constructor(gong: GongServer, sandbox: Sandbox, listener: Listener) {
    this.gong = gong;
    this.sandbox = sandbox;
    this.#listener = listener;
    this.url = listener.url;
  }

  static async open(seed = "tests"): Promise<SandboxServer> {
    const gong = await GongServer.open();
    const clock = () => gong.clock.nowMs;
    const sandbox = new Sandbox({ seed, switches: {} }, clock);
    const parts = { ...gong.parts, sandbox };
    const engine = createEngine(parts);
    const app = createHttpApp({
      ...gong.services,
      keptPages: undefined,
      gongApi: gongPaths(sandbox, parts, engine.apiFor),
      tamtamApi: engine.tamtam,
      troubles: sandbox,
      checkLink: linkCheck(LINK_SECRET, sandbox, clock),
    });
    return new SandboxServer(gong, sandbox, await listen(app, { host: "127.0.0.1", port: 0, closeWithinMs: 100 }));
  }

  /** Exactly these switches are on then. */
  async turn(switches: object): Promise<SandboxState> {
    const { status, body } = await this.send("PUT", "/tamtam/v1/sandbox", { switches });
    if (status !== 200) throw new Error(`The switches were refused: ${JSON.stringify(body)}`);
    return body["sandbox"] as SandboxState; // what this answers
  }

  async send(method: string, path: string, body?: object): Promise<SandboxAnswer> {
    const response = await this.fetch(method, path, body);
    return { status: response.status, headers: response.headers, body: (await response.json()) as GongBody };
  }

  fetch(method: string, path: string, body?: object): Promise<Response> {
    return fetch(new URL(path, this.url), {
      method,
      headers: { authorization, "content-type": "application/json" },
      ...(body && { body: JSON.stringify(body) }),
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#listener.close();
    await this.gong[Symbol.asyncDispose]();
  }
}

export const HOST_ID = "501";

/** Calls that were all held and added this moment, with a host and two guests who speak; ids are `2001`, `2002`, … */
export async function addFreshCalls({ gong }: SandboxServer, count: number): Promise<readonly string[]> {
  const nowMs = gong.clock.nowMs;
  const ids = Array.from({ length: count }, (_, index) => String(2001 + index));
  await addCompleted(
    gong,
    ids.map((id, index) => ({
      call: makeCall({
        id: asId(id),
        workspaceId: asId(WORKSPACE_ID),
        startMs: nowMs,
        createdMs: nowMs,
        primaryUserId: asId(HOST_ID),
        parties: [
          makeParty({ id: asId(`${id}01`), userId: asId(HOST_ID), name: "Ann", affiliation: "Internal" }),
          makeParty({ id: asId(`${id}02`), name: "Bob", emailAddress: "bob@acme.example" }),
          makeParty({ id: asId(`${id}03`), name: "Eve", emailAddress: "eve@acme.example" }),
        ],
      }),
      transcript: makeTranscript(
        ["Hello.", [1, `Good day number ${index}.`], [2, "Yes."], "How is the budget?"],
        ["1", "2", "3"].map((number) => makeSpeaker(`7${number}`, { partyId: asId(`${id}0${number}`) })),
      ),
      analysis: { ...makeAnalysis(["Pricing"]), talkTimes: [], questions: [] },
    })),
  );
  return ids;
}
