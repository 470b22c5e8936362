import type { IncomingMessage, ServerResponse } from "node:http";
import type { Hono } from "hono";
import { auth } from "hono/utils/basic-auth";
import type { Caller, Identification, Principal } from "../../../gong-api/principal.ts";
import { bearerToken } from "../access-token.ts";
import { auditNote, principalActor } from "../audit-note.ts";
import type { HttpEnv } from "../http-env.ts";
import { securityHeaderDefaults } from "../security-headers.ts";
import type { HttpServices } from "../services.ts";
import { membersAnswer } from "./gong-answer.ts";
import { type KeptPages, whoSentWhat, type WrittenPage } from "./kept-pages.ts";

type HttpFetch = Pick<Hono<HttpEnv>, "fetch">;
type Services = Pick<HttpServices, "access" | "audit" | "makeRequestId" | "keptPages">;

const LIST_CALLS = /^\/v2\/calls(?:\?|$)/;

/**
 * Sends a page of Gong's list of calls that is kept before the app is asked, whose routing and middleware take longer than sending one. Who
 * asks is made sure of, counted against the limits and noted as in the app; everything else, every refusal with it, is the app's to answer.
 */
export function keptPagesFirst(app: HttpFetch, { keptPages, ...services }: Services): HttpFetch {
  if (keptPages === undefined) return app;
  return {
    fetch: (request, env, context) => {
      const { incoming, outgoing } = env as Required<HttpEnv["Bindings"]>; // this stands below a listening server alone
      if (!isForList(incoming)) return app.fetch(request, env, context);
      const exchange = { request, incoming, outgoing: outgoing as ServerResponse }; // HTTP/1 is all that is spoken here
      const askApp = () => app.fetch(request, env, context);
      // The app asks for the same things, so it meets the same failure, and knows what to say of it.
      return answerKept(keptPages, services, exchange).then((answer) => answer ?? askApp(), askApp);
    },
  };
}

interface Exchange {
  readonly request: Request;
  readonly incoming: Pick<IncomingMessage, "url" | "headers" | "socket">;
  readonly outgoing: ServerResponse;
}

/** One that has no body: what a client sends with a GET all the same, the app has to read. */
function isForList({ method, url = "", headers }: Pick<IncomingMessage, "method" | "url" | "headers">): boolean {
  const hasBody = "content-length" in headers || "transfer-encoding" in headers;
  return method === "GET" && !hasBody && LIST_CALLS.test(url);
}

async function answerKept(
  keptPages: KeptPages,
  services: Omit<Services, "keptPages">,
  { request, incoming, outgoing }: Exchange,
): Promise<Response | undefined> {
  const caller = {
    address: incoming.socket.remoteAddress,
    forwardedFor: incoming.headers["x-forwarded-for"]?.toString(),
  };
  const principal = await principalOf(request, caller, services);
  if (principal === undefined) return undefined;
  const page = keptPages.known(whoSentWhat("listCalls", principal, [incoming.url ?? "", ""]));
  if (page === undefined) return undefined;
  // A request that is not admitted is not counted, so the app may ask once more.
  if (!(await services.access.admit()).isAdmitted) return undefined;
  const requestId = services.makeRequestId();
  const acceptEncoding = incoming.headers["accept-encoding"]?.toString();
  const { body, headers } = await membersAnswer(page.members, { requestId, acceptEncoding, outgoing });
  note(services, page, { principal, caller, requestId });
  return new Response(body, { headers: { ...securityHeaderDefaults, ...headers, "X-Request-Id": requestId } });
}

async function principalOf(request: Request, caller: Caller, { access }: Services): Promise<Principal | undefined> {
  const identified = await identify(request, caller, access);
  return identified && "principal" in identified ? identified.principal : undefined;
}

function identify(request: Request, caller: Caller, access: Services["access"]): Promise<Identification> | undefined {
  const token = bearerToken(request);
  if (token !== undefined) return access.identifyToken(token);
  const credentials = auth(request);
  return credentials && access.identifyKey(credentials.username, credentials.password, caller);
}

function note(
  { audit }: Pick<Services, "audit">,
  { audited }: WrittenPage,
  { principal, caller, requestId }: { principal: Principal; caller: Caller; requestId: string },
): void {
  const origin = { id: requestId, verb: "GET", caller };
  audit.note({ ...auditNote(audited, principalActor(principal), { ...origin, status: 200 }), isStranger: false });
}
