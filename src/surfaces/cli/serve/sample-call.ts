import { relative } from "node:path";
import { z } from "zod";
import { actionNamed } from "../../../connection/actions.ts";
import { callAnswer } from "../../../connection/call-answer.ts";
import { parseCommandText } from "../../../connection/command-text.ts";
import { runAction } from "../../../connection/run-action.ts";
import { commandLineText, shellQuoted } from "../input/command-line-text.ts";
import { readFileText } from "../input/read-text.ts";
import { interruptible, runCommand } from "../run-commands.ts";
import { checkCommands } from "../input/typed-command.ts";
import { nextLines } from "./next-lines.ts";
import type { LibraryTools } from "./library-tools.ts";

type Entries = readonly (readonly [name: string, value: unknown])[];

/** Adds the call that comes with the product, the way any call is added, then gets it and finds it. */
export async function addSampleCall(tools: LibraryTools): Promise<void> {
  const { io, files, output, server } = tools;
  await output.line(`The library is empty; this adds the sample call that comes with Tamtam.\n`);
  const text = await readFileText(files.sampleCommand);
  const folders = { from: files.projectRoot, homeDir: files.projectRoot };
  const [command] = await checkCommands(parseCommandText(text).slice(0, 1), folders);
  if (!command) return;
  await output.line(`$ npx tamtam run ${shellQuoted(shownPath(files.sampleCommand, io.cwd))}`);
  const { callId } = z.object({ callId: z.string() }).parse(await runCommand(command, { ...tools, isFollowed: true }));
  await show(tools, "get-call", [["call-id", callId]]);
  const keyword = await keywordOf(callId, tools);
  await show(tools, "search-calls", [
    ["keywords", keyword],
    ["include-content", true],
  ]);
  await output.line(nextLines(server, keyword));
}

/** Runs a command after the line that gives it. */
async function show(tools: LibraryTools, action: string, entries: Entries): Promise<void> {
  await tools.output.line(`\n$ npx ${commandLineText(action, entries, Number.POSITIVE_INFINITY)}`);
  await runCommand(
    { action: actionNamed(action), connection: tools.connection, entries },
    { ...tools, isFollowed: false },
  );
}

/** Something the call is about: said in it and nobody's name, else a word of its title. */
async function keywordOf(callId: string, { host, connection, signal }: LibraryTools): Promise<string> {
  const answer = await interruptible(signal, async () => {
    const backend = await host.connections.open(connection);
    return runAction(actionNamed("get-call"), backend, {
      entries: [
        ["call-id", callId],
        ["include-content", true],
      ],
    });
  });
  const { title, content, parties } = callAnswer.parse(answer);
  const names = parties.map((party) => party.name?.toLowerCase() ?? "");
  const said = content?.keyphrases.find(({ text }) => !names.some((name) => name.includes(text.toLowerCase())));
  return said?.text ?? title?.split(" ")[0] ?? "call";
}

function shownPath(path: string, cwd: string): string {
  const near = relative(cwd, path);
  return near.startsWith("..") ? path : near;
}
