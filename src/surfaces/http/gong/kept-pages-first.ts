import type { IncomingMessage, ServerResponse } from "node:http";
import { auth } from "hono/utils/basic-auth";
import type { Caller, Identification, Principal } from "../../../gong-api/principal.ts";
import { bearerToken } from "../access-token.ts";
import { auditNote, principalActor } from "../audit-note.ts";
import type { AnswerFirst } from "../listen.ts";
import { securityHeaderDefaults } from "../security-headers.ts";
import type { HttpServices } from "../services.ts";
import { membersAnswer } from "./gong-answer.ts";
import { type KeptPages, whoSentWhat, type WrittenPage } from "./kept-pages.ts";

type Services = Pick<HttpServices, "access" | "audit" | "makeRequestId" | "keptPages">;

const LIST_CALLS = /^\/v2\/calls(?:\?|$)/;

/**
 * Sends a page of Gong's list of calls that is kept before the app is asked, whose routing and middleware take longer than sending one. Who
 * asks is made sure of, counted against the limits and noted as in the app; everything else, every refusal with it, is the app's to answer.
 */
export function keptPagesFirst({ keptPages, ...services }: Services): AnswerFirst | undefined {
  if (keptPages === undefined) return undefined;
  return (incoming, outgoing, askApp) => {
    if (!isForList(incoming)) return askApp();
    // The app asks for the same things, so it meets the same failure, and knows what to say of it.
    answerKept(keptPages, services, { incoming, outgoing }).then((isAnswered) => isAnswered || askApp(), askApp);
  };
}

interface Exchange {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
}

/** One that has no body: what a client sends with a GET all the same, the app has to read. */
function isForList({ method, url = "", headers }: IncomingMessage): boolean {
  const hasBody = "content-length" in headers || "transfer-encoding" in headers;
  return method === "GET" && !hasBody && LIST_CALLS.test(url);
}

async function answerKept(
  keptPages: KeptPages,
  services: Omit<Services, "keptPages">,
  { incoming, outgoing }: Exchange,
): Promise<boolean> {
  const { url = "", headers: given, socket } = incoming;
  const caller = { address: socket.remoteAddress, forwardedFor: given["x-forwarded-for"]?.toString() };
  const principal = await principalOf(given.authorization, caller, services);
  const page = principal && keptPages.known(whoSentWhat("listCalls", principal, [url, ""]));
  // A request that is not admitted is not counted, so the app may ask once more.
  if (!page || !(await services.access.admit()).isAdmitted) return false;
  const requestId = services.makeRequestId();
  const acceptEncoding = given["accept-encoding"]?.toString();
  const { body, headers } = await membersAnswer(page.members, { requestId, acceptEncoding, outgoing });
  const length = { "Content-Length": String(body.length), ...headers };
  outgoing.writeHead(200, { ...securityHeaderDefaults, ...length, "X-Request-Id": requestId });
  outgoing.end(body);
  note(services, page, { principal, caller, requestId });
  return true;
}

async function principalOf(
  authorization: string | undefined,
  caller: Caller,
  { access }: Pick<Services, "access">,
): Promise<Principal | undefined> {
  const identified = await identify(authorization, caller, access);
  return identified && "principal" in identified ? identified.principal : undefined;
}

function identify(
  authorization: string | undefined,
  caller: Caller,
  access: Services["access"],
): Promise<Identification> | undefined {
  const token = bearerToken(authorization);
  if (token !== undefined) return access.identifyToken(token);
  const credentials = auth({ headers: { get: () => authorization ?? null } } as unknown as Request); // it reads this header alone
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
