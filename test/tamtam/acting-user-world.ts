import { connections } from "../../src/app/connections/connections.ts";
import { linkCheck } from "../../src/app/serving/open-sandbox.ts";
import { asId, type CallId, type UserId } from "../../src/calls/ids.ts";
import { createEngine } from "../../src/engine/engine.ts";
import type { Principal } from "../../src/gong-api/principal.ts";
import { signLink } from "../../src/lib/signed-link.ts";
import { createHttpApp } from "../../src/surfaces/http/http-app.ts";
import { type Listener, listen } from "../../src/surfaces/http/listen.ts";
import { GongServer } from "../gong/gong-server.ts";
import { fillLibrary } from "../gong/library.ts";
import { authorization } from "../support/http-services.ts";

const SECRET = "a secret for links";
const LINK_LIFETIME_MS = 8 * 3_600_000;

export interface ActionAnswer {
  readonly status: number;
  readonly body: {
    readonly calls?: readonly { readonly callId: string }[];
    readonly pagination?: { readonly totalRecords: number; readonly cursor?: string };
    readonly error?: { readonly code: string; readonly message: string };
    readonly [member: string]: unknown;
  };
}

/** The library of the fixtures behind a real server, put together as the product is; whom the key acts for, the test says. */
export class ActingUserWorld implements AsyncDisposable {
  readonly server: GongServer;
  readonly url: string;
  readonly #listener: Listener;
  readonly #who: { principal: Principal };

  private constructor(server: GongServer, listener: Listener, who: { principal: Principal }) {
    this.server = server;
    this.url = listener.url;
    this.#listener = listener;
    this.#who = who;
  }

  static async open(): Promise<ActingUserWorld> {
    const server = await GongServer.open();
    await fillLibrary(server);
    const who: { principal: Principal } = { principal: { kind: "key", id: "K", scopes: "all" } };
    const app = productOver(server, who);
    const world = new ActingUserWorld(
      server,
      await listen(app, { host: "127.0.0.1", port: 0, closeWithinMs: 100 }),
      who,
    );
    world.actAs("501");
    return world;
  }

  /** From now on; for the company where no user is named. */
  actAs(userId: string | undefined, scopes: Principal["scopes"] = "all"): void {
    const actingUserId = userId === undefined ? undefined : asId<UserId>(userId);
    this.#who.principal = { kind: "key", id: "K", scopes, ...(actingUserId && { actingUserId }) };
  }

  async act(action: string, parameters: object = {}, query = ""): Promise<ActionAnswer> {
    const response = await this.fetch(`/connection/actions/${action}${query}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(parameters),
    });
    return { status: response.status, body: (await response.json()) as ActionAnswer["body"] };
  }

  fetch(path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(`${this.url}${path}`, { ...init, headers: { authorization, ...init.headers } });
  }

  async grant(callId: CallId, userId: string): Promise<void> {
    const access = [{ callId, userIds: [asId<UserId>(userId)] }];
    const { database, callAccess } = this.server.parts;
    await database.transact((transaction) => callAccess.grant(access, transaction));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#listener.close();
    await this.server[Symbol.asyncDispose]();
  }
}

function productOver(server: GongServer, who: { readonly principal: Principal }): ReturnType<typeof createHttpApp> {
  const clock = () => server.clock.nowMs;
  const signed = (callId: CallId, madeFor?: UserId) =>
    signLink(SECRET, { path: `/media/${callId}/audio`, madeFor }, clock() + LINK_LIFETIME_MS);
  const engine = createEngine({
    ...server.parts,
    mediaLinks: async (madeFor) => async (call) => ({ audioUrl: signed(call.id, madeFor), videoUrl: null }),
  });
  const tenants = { list: async () => [{}], find: async (name: string) => (name === "acme" ? {} : undefined) };
  return createHttpApp({
    ...server.services,
    gongApi: engine.apiFor,
    access: { ...server.services.access, identifyKey: async () => ({ principal: who.principal }) },
    media: engine.media,
    checkLink: linkCheck(SECRET, undefined, clock),
    connections: connections({
      tenants: tenants as never, // as much of them as is asked before a connection is opened
      mirrors: { finding: async () => undefined },
      openEmbedded: async (userId) => (userId === undefined ? engine : engine.actingFor(userId)),
      acceptsFiles: false,
      defaultName: undefined,
    }),
  });
}
