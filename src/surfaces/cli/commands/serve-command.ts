import type { GlobalOptions, ProgramContext } from "../program-context.ts";
import { InterruptedError } from "../cli-errors.ts";
import type { RunningServer } from "../host/processing.ts";
import { type Output, withoutAnswers } from "../output.ts";
import { serverAnswer, serverText } from "../serve/server-text.ts";
import { showLibrary } from "../serve/show-library.ts";
import { writeError } from "../write-error.ts";
import { allowExtras, refuseExtras } from "./refuse-extras.ts";

/** `tamtam serve`: the HTTP server with its worker, until Ctrl-C. */
export function addServeCommand(context: ProgramContext): void {
  const command = allowExtras(context.program.command("serve"))
    .summary("Start the server with its worker; Ctrl-C stops it")
    .option("--sample", "When the library is empty, add the sample call and show what can be done with it")
    .description(
      "Starts the HTTP server and the worker that processes calls, and runs until Ctrl-C. TAMTAM_HOST and TAMTAM_PORT say where it listens.",
    );
  command.action(async () => {
    refuseExtras(command);
    await using server = await context.options.host.serve();
    await serveUntilStopped(context, server, command.opts<{ sample?: true }>().sample === true);
  });
}

async function serveUntilStopped(
  { options, ...context }: ProgramContext,
  server: RunningServer,
  isSampleWanted: boolean,
) {
  const { io, host, files } = options;
  const isJsonAsked = context.program.opts<GlobalOptions>().json === true;
  const output = isJsonAsked ? withoutAnswers(context.output()) : context.output();
  if (isJsonAsked) await context.output().answer(serverAnswer(server));
  await output.line(serverText(server));
  // Said by the race below; a server that breaks down before must not be an unhandled rejection meanwhile.
  server.stopped.catch(() => {});
  const tools = {
    host,
    io,
    output,
    signal: io.signal,
    files,
    connection: "embedded",
    server,
    isSampleWanted,
  };
  const showing = showLibrary(tools).catch((error: unknown) => tellAndGoOn(error, io, isJsonAsked));
  await Promise.race([server.stopped, Promise.all([showing, untilAborted(io.signal)])]);
  if (io.signal.aborted) await sayGoodbye(output);
}

/** A sample call that failed is no reason to stop the server. */
async function tellAndGoOn(error: unknown, io: ProgramContext["options"]["io"], isJsonAsked: boolean): Promise<void> {
  if (error instanceof InterruptedError) return;
  await writeError(error, io, { isJsonAsked });
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

function sayGoodbye(output: Output): Promise<void> {
  return output.note("Stopping. Everything is kept; what was being processed goes on at the next start.");
}
