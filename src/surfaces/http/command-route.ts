import type { Context, Hono } from "hono";
import { type Command, parseCommandText } from "../../connection/command-text.ts";
import { runAction } from "../../connection/run-action.ts";
import type { Principal } from "../../gong-api/principal.ts";
import { allowMethods } from "./allow-methods.ts";
import { noteActions, noteAudited } from "./audit-requests.ts";
import { auditedCalls, handedOutCalls } from "./audited-answer.ts";
import { CommandsStoppedError } from "./commands-stopped-error.ts";
import type { HttpEnv } from "./http-env.ts";
import { readBody, requireContentType } from "./read-body.ts";
import { requireActionScopes } from "./require-scopes.ts";
import type { HttpServices } from "./services.ts";

const PATH = "/connection/command";

/** Command text as typed: one command answers its JSON, several answer an array, in order. */
export function addCommandRoute(app: Hono<HttpEnv>, services: Pick<HttpServices, "connections">): void {
  app.post(PATH, async (c) => {
    requireContentType(c.req.raw, "text/plain");
    const commands = parseCommandText(await readBody(c.req.raw));
    noteActions(
      c,
      commands.map(({ action }) => action),
    );
    const principal = c.get("principal");
    for (const { action } of commands) requireActionScopes(principal, action);
    const answers = await runCommands(commands, services, principal).catch((error: unknown) => {
      if (error instanceof CommandsStoppedError) noteStopped(c, commands, error.answers);
      throw error;
    });
    noteAnswers(c, answers);
    return Response.json(answers.length === 1 ? answers[0] : answers);
  });
  allowMethods(app, PATH, ["POST"]);
}

function noteAnswers(c: Context<HttpEnv>, answers: readonly unknown[]): void {
  const callIds = answers.flatMap((answer) => auditedCalls(PATH, {}, answer));
  noteAudited(c, { callIds, handedOut: answers.flatMap(handedOutCalls) });
}

/** What the commands before the one that failed changed is not taken back. */
function noteStopped(c: Context<HttpEnv>, commands: readonly Command[], answers: readonly unknown[]): void {
  noteAnswers(c, answers);
  const done = commands.slice(0, answers.length);
  noteAudited(c, { isPartlyDone: done.some(({ action }) => !action.annotations.isReadOnly) });
}

async function runCommands(
  commands: readonly Command[],
  { connections }: Pick<HttpServices, "connections">,
  { actingUserId }: Principal,
) {
  const answers: unknown[] = [];
  for (const [position, { action, connection, entries }] of commands.entries()) {
    try {
      answers.push(await runAction(action, await connections.open(connection, { actingUserId }), { entries }));
    } catch (error) {
      if (commands.length === 1) throw error;
      throw new CommandsStoppedError(error, {
        commandNumber: position + 1,
        commandCount: commands.length,
        actionName: action.name,
        answers,
      });
    }
  }
  return answers;
}
