import type { Hono } from "hono";
import { type Command, parseCommandText } from "../../connection/command-text.ts";
import { runAction } from "../../connection/run-action.ts";
import { allowMethods } from "./allow-methods.ts";
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
    for (const { action } of commands) requireActionScopes(c.get("principal"), action);
    const answers = await runCommands(commands, services);
    return Response.json(answers.length === 1 ? answers[0] : answers);
  });
  allowMethods(app, PATH, ["POST"]);
}

async function runCommands(commands: readonly Command[], services: Pick<HttpServices, "connections">) {
  const answers: unknown[] = [];
  for (const [position, { action, connection, entries }] of commands.entries()) {
    try {
      answers.push(await runAction(action, await services.connections.open(connection), { entries }));
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
