import type { Command } from "commander";
import type { OAuthAppFacts } from "../host/access.ts";
import { wordList } from "../input/word-list.ts";
import type { ProgramContext } from "../program-context.ts";
import { type ListedApp, renderApps } from "../render/apps-list.ts";
import { renderNewApp } from "../render/new-app.ts";
import { commandGroup } from "./command-group.ts";
import { allowExtras, refuseExtras } from "./refuse-extras.ts";

interface CreateOptions {
  readonly name?: string;
  readonly redirectUri?: readonly string[];
  readonly scopes?: string;
}

/** `tamtam oauth-apps`: apps that an operator may allow to use Gong's paths. */
export function addOAuthAppsCommand(context: ProgramContext): void {
  const apps = commandGroup(context, "oauth-apps", "Register, list and revoke apps that connect with OAuth 2.0");
  addCreate(apps, context);

  const list = allowExtras(apps.command("list")).description("List the apps there are, without their secrets");
  list.action(async () => {
    refuseExtras(list);
    const answer = (await context.options.host.oauthApps.list()).map(listedApp);
    await context.output().answer(answer, (_answer, page) => renderApps(answer, page));
  });

  const revoke = allowExtras(apps.command("revoke")).description("Refuse an app and all its tokens from now on");
  revoke.argument("<client-id>", "The app, as oauth-apps list shows it").action(async (clientId: string) => {
    refuseExtras(revoke);
    await context.options.host.oauthApps.revoke(clientId);
    await context
      .output()
      .answer({ clientId, revoked: true }, () => `App ${clientId} is revoked, with all its tokens.`);
  });
}

function addCreate(apps: Command, { options, output }: ProgramContext): void {
  const create = allowExtras(apps.command("create"))
    .description("Register an app; its secret is shown this once")
    .option("--name <text>", "What operators see when the app asks to be allowed")
    .option(
      "--redirect-uri <url…>",
      "Where the app takes the browser back, exactly; may be given several times",
      collect,
    )
    .option("--scopes <a,b>", "What it may be granted at most, in Gong's scopes; everything when left out");
  create.action(async () => {
    refuseExtras(create);
    const { name, redirectUri, scopes } = create.opts<CreateOptions>();
    const wish = { name, redirectUris: redirectUri, scopes: wordList(scopes) };
    const made = await options.host.oauthApps.create(wish);
    await output().answer(made, () => renderNewApp(made));
  });
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

function listedApp({ clientId, name, redirectUris, scopes, createdMs, revokedMs }: OAuthAppFacts): ListedApp {
  return {
    clientId,
    name,
    redirectUris,
    scopes,
    created: new Date(createdMs).toISOString(),
    revoked: revokedMs === undefined ? null : new Date(revokedMs).toISOString(),
  };
}
