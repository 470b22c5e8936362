import type { Hono } from "hono";
import { InvalidInputError } from "../../../calls/errors.ts";
import { callAnswer } from "../../../connection/call-answer.ts";
import { getCall } from "../../../connection/actions/get-call.ts";
import { runAction } from "../../../connection/run-action.ts";
import { allowMethods } from "../allow-methods.ts";
import { noteActions, noteAudited } from "../audit-requests.ts";
import { auditedCalls, handedOutCalls } from "../audited-answer.ts";
import type { HttpEnv } from "../http-env.ts";
import { requireActionScopes } from "../require-scopes.ts";
import type { HttpServices } from "../services.ts";
import { callPage, pageScript, pageStyle, SCRIPT_FILE, STYLE_FILE } from "./call-page.ts";

const PATH = "/call";

/** What was said is in the page, so that nothing in it may run or be loaded but the page's own. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src data:",
  "media-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const files = [
  { path: `/${STYLE_FILE}`, text: pageStyle, type: "text/css; charset=utf-8" },
  { path: `/${SCRIPT_FILE}`, text: pageScript, type: "text/javascript; charset=utf-8" },
];

/** Where the `url` of a call on Gong's wire leads. Gong: `/call?id=…`. */
export function addCallPageRoutes(app: Hono<HttpEnv>, { connections }: Pick<HttpServices, "connections">): void {
  app.get(PATH, async (c) => {
    noteActions(c, [getCall]);
    const principal = c.get("principal");
    requireActionScopes(principal, getCall);
    const callId = c.req.query("id");
    if (!callId) {
      throw new InvalidInputError([{ parameter: "id", message: "is required: the call's id, as in /call?id=123" }]);
    }
    const backend = await connections.open(undefined, { actingUserId: principal.actingUserId });
    const parameters = { "call-id": callId, "include-content": true, "include-transcript": true };
    const answer = await runAction(getCall, backend, { entries: Object.entries(parameters) });
    noteAudited(c, { callIds: auditedCalls(PATH, {}, answer), handedOut: handedOutCalls(answer) });
    return c.html(callPage(callAnswer.parse(answer)), 200, { "Content-Security-Policy": PAGE_POLICY });
  });
  for (const { path, text, type } of files) app.get(path, (c) => c.body(text, 200, { "Content-Type": type }));
  for (const path of [PATH, ...files.map((file) => file.path)]) allowMethods(app, path, ["GET", "HEAD"]);
}
