import type { Finding } from "../host/processing.ts";
import { exitCodes } from "../exit-codes.ts";
import { renderFinding } from "../render/findings.ts";
import type { ProgramContext } from "../program-context.ts";
import { interruptible } from "../run-commands.ts";
import { allowExtras, refuseExtras } from "./refuse-extras.ts";

/** `tamtam doctor`: what is set up on this machine and what is missing. */
export function addDoctorCommand(context: ProgramContext): void {
  const command = allowExtras(context.program.command("doctor"))
    .summary("Say what is set up on this machine and what is missing")
    .description("Checks each thing that must be right on this machine. Exit code 5 says that something is missing.");
  command.action(async () => {
    refuseExtras(command);
    const findings = await examine(context);
    if (findings.some(({ state }) => state === "missing")) context.finish(exitCodes.setup);
  });
}

/** People see each finding once it is there; a program gets all of them as one array. */
async function examine({ options, output }: ProgramContext): Promise<Finding[]> {
  const list = output().list();
  const findings: Finding[] = [];
  await interruptible(options.io.signal, async () => {
    for await (const finding of options.host.examine()) {
      findings.push(finding);
      await list.add(finding, (_finding, page) => renderFinding(finding, page));
    }
  });
  await list.end();
  return findings;
}
