import { z } from "zod";
import { callStatuses } from "../../calls/call.ts";
import { runAction } from "../../connection/run-action.ts";
import { InterruptedError, NumberedCommandError, OutputClosedError } from "./cli-errors.ts";
import type { CommandTools } from "./command-tools.ts";
import { followCall } from "./follow-call.ts";
import { renderingOf } from "./render/renderings.ts";
import type { CheckedCommand } from "./input/typed-command.ts";

/** Runs a command, prints its answer and, where asked to, follows the call that it set going. Gives the answer. */
export async function runCommand(command: CheckedCommand, tools: CommandTools): Promise<unknown> {
  const { answer, isRemote } = await answerTo(command, tools);
  await tools.output.answer(answer, renderingOf(command.action.name));
  await follow(command, answer, { ...tools, isFollowed: tools.isFollowed ?? !isRemote });
  return answer;
}

/** Runs one after the other; the first that fails is the last that ran. The answers are printed as one array. */
export async function runCommands(commands: readonly CheckedCommand[], tools: CommandTools): Promise<void> {
  const [only] = commands;
  if (only && commands.length === 1) return void (await runCommand(only, tools));
  const answers = tools.output.list();
  try {
    for (const [position, command] of commands.entries()) {
      const place = { number: position + 1, count: commands.length, action: command.action.name };
      await numbered(place, async () => {
        const { answer, isRemote } = await answerTo(command, tools);
        await answers.add(answer, renderingOf(command.action.name));
        await follow(command, answer, { ...tools, isFollowed: tools.isFollowed ?? !isRemote });
      });
    }
  } catch (error) {
    if (!(error instanceof OutputClosedError)) await answers.end();
    throw error;
  }
  await answers.end();
}

async function numbered(place: { number: number; count: number; action: string }, run: () => Promise<void>) {
  try {
    await run();
  } catch (error) {
    if (error instanceof OutputClosedError || error instanceof InterruptedError) throw error;
    throw new NumberedCommandError(place, error);
  }
}

async function answerTo({ action, connection, entries, spell }: CheckedCommand, tools: CommandTools) {
  const { host, signal, approve } = tools;
  return interruptible(signal, async () => {
    const backend = await host.connections.open(connection, { approve, signal });
    const answer = await runAction(action, backend, { entries, spell });
    return { answer, isRemote: backend.isRemote === true };
  });
}

/** @throws InterruptedError as soon as the signal aborts, whatever the work does then. */
export async function interruptible<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  const interruption = Promise.withResolvers<never>();
  const interrupt = () => interruption.reject(new InterruptedError("Interrupted."));
  if (signal.aborted) interrupt();
  signal.addEventListener("abort", interrupt, { once: true });
  try {
    return await Promise.race([interruption.promise, work()]);
  } finally {
    signal.removeEventListener("abort", interrupt);
  }
}

const callInWork = z.object({ callId: z.string(), status: z.enum(callStatuses) });

/** What an action sets going can be followed where its answer names a call that is not done. */
async function follow({ action, connection }: CheckedCommand, answer: unknown, tools: CommandTools): Promise<void> {
  if (!tools.isFollowed || action.annotations.isReadOnly) return;
  const { data: call } = callInWork.safeParse(answer);
  if (call && call.status !== "Completed") await followCall(call.callId, tools, connection);
}
