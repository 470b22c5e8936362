import { InvalidInputError, type InputProblem } from "../../../calls/errors.ts";
import { askHidden } from "../input/ask-hidden.ts";
import { wordList } from "../input/word-list.ts";
import type { ConnectWish } from "../host/tenant-connections.ts";
import type { ProgramContext } from "../program-context.ts";
import { renderConnected } from "../render/connections-list.ts";
import { interruptible } from "../run-commands.ts";
import { allowExtras, refuseExtras } from "./refuse-extras.ts";

interface ConnectOptions {
  readonly baseUrl?: string;
  readonly kind?: string;
  readonly perSecond?: string;
  readonly perDay?: string;
  readonly insecure?: true;
  readonly oauth?: true;
  readonly scopes?: string;
  readonly port: string;
}

/** What the actions and a mirror ask for. Gong: an app may ask for no others than it is registered with. */
const usualScopes = [
  "api:calls:read:basic",
  "api:calls:read:extensive",
  "api:calls:read:transcript",
  "api:calls:read:media-url",
  "api:calls:create",
  "api:users:read",
  "api:workspaces:read",
  "api:settings:trackers:read",
];

const PORT = "8091";

/** `tamtam connect <name>`: a tenant of Gong's, or another Tamtam server, under a name. */
export function addConnectCommand(context: ProgramContext): void {
  const command = allowExtras(context.program.command("connect"))
    .argument("<name>", "What to call it; --connection <name> and a first line /<name> then use it")
    .summary("Connect to a Gong tenant or another Tamtam server")
    .description(
      "Asks for the access key and its secret without showing them (two lines of standard input where that is no terminal), tries " +
        "them with a few requests, says what will work with them, and keeps them for you alone.",
    )
    .option("--base-url <url>", "The tenant's own, such as https://us-12345.api.gong.io (default: https://api.gong.io)")
    .option("--insecure", "Send the secrets over plain http, to another machine than this one")
    .option(
      "--oauth",
      "Sign in as an app, in the browser, instead of with an access key; asks for the app's id and secret",
    )
    .option(
      "--scopes <a,b>",
      "With --oauth: what to ask for, as the app is registered; what actions need when left out",
    )
    .option(
      "--port <n>",
      "With --oauth: of this machine, to which the browser comes back at http://127.0.0.1:<n>/callback",
      PORT,
    )
    .option("--kind <kind>", "gong or tamtam; found out by asking the server when left out")
    .option("--per-second <n>", "Requests a second at most (Gong: 3; another Tamtam server: no limit)")
    .option("--per-day <n>", "Requests a day at most (Gong: 10000; another Tamtam server: no limit)");
  command.action(async (name: string) => {
    refuseExtras(command);
    const { host, io } = context.options;
    const output = context.output();
    const given = command.opts<ConnectOptions>();
    const described = describe(name, given);
    const credentials = given.oauth === true ? await askApp(given, context) : await askKey(context);
    const tenant = await interruptible(io.signal, () => host.tenants.connect({ ...described, credentials }, io.signal));
    await output.answer(tenant, (_answer, page) => renderConnected(tenant, page));
    await output.note(`Connected. To use it: tamtam search-calls --connection ${tenant.name}`);
  });
}

async function askKey({ options }: ProgramContext): Promise<ConnectWish["credentials"]> {
  const [accessKey = "", accessKeySecret = ""] = await askHidden(["Access key", "Access key secret"], options.io);
  return { kind: "access-key", accessKey, accessKeySecret };
}

async function askApp(given: ConnectOptions, context: ProgramContext): Promise<ConnectWish["credentials"]> {
  const { io } = context.options;
  const [clientId = "", clientSecret = ""] = await askHidden(["Client id", "Client secret"], io);
  return {
    kind: "oauth",
    clientId,
    clientSecret,
    scopes: wordList(given.scopes) ?? usualScopes,
    port: Number(given.port),
    showUrl: async (url) => {
      await context.output().note(`Open this page in a browser and allow it:\n\n${url}\n`);
      return { isBrowserWanted: io.isTerminal.stderr };
    },
  };
}

/** @throws InvalidInputError with everything that is wrong */
function describe(name: string, given: ConnectOptions): Omit<ConnectWish, "credentials"> {
  const problems: InputProblem[] = [];
  const { kind } = given;
  if (kind !== undefined && kind !== "gong" && kind !== "tamtam") {
    problems.push({ parameter: "--kind", message: `must be gong or tamtam; got "${kind}"` });
  }
  if (!/^\d{1,5}$/.test(given.port) || Number(given.port) > 65_535) {
    problems.push({ parameter: "--port", message: `must be a port, a whole number up to 65535; got "${given.port}"` });
  }
  const perSecond = readLimit("--per-second", given.perSecond, problems);
  const perDay = readLimit("--per-day", given.perDay, problems);
  if (problems.length > 0) throw new InvalidInputError(problems);
  const limits = perSecond === undefined && perDay === undefined ? undefined : { perSecond, perDay };
  // The kind was checked above.
  return { name, baseUrl: given.baseUrl, isInsecure: given.insecure, kind: kind as ConnectWish["kind"], limits };
}

function readLimit(parameter: string, text: string | undefined, problems: InputProblem[]): number | undefined {
  if (text === undefined) return undefined;
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  problems.push({ parameter, message: `must be a whole number from 1; got "${text}"` });
  return undefined;
}
