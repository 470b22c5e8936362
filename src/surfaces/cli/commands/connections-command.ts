import type { ProgramContext } from "../program-context.ts";
import { renderConnected, renderConnections } from "../render/connections-list.ts";
import { interruptible } from "../run-commands.ts";
import { allowExtras, refuseExtras } from "./refuse-extras.ts";

/** `tamtam connections`: lists them; below it, what can be done with one. */
export function addConnectionsCommand(context: ProgramContext): void {
  const { host, io } = context.options;
  const group = allowExtras(context.program.command("connections"))
    .summary("List, test, rename and remove connections")
    .description("Lists the connections there are, without their secrets. tamtam connect makes one.");
  group.action(async () => {
    refuseExtras(group);
    const list = await host.tenants.list();
    await context.output().answer(list, (_answer, page) => renderConnections(list, page));
  });

  const test = allowExtras(group.command("test")).description(
    "Try a connection with one request and say what it may do",
  );
  test.argument("<name>", "The connection").action(async (name: string) => {
    refuseExtras(test);
    const tenant = await interruptible(io.signal, () => host.tenants.test(name));
    await context.output().answer(tenant, (_answer, page) => renderConnected(tenant, page));
  });

  const rename = allowExtras(group.command("rename")).description("Give a connection another name");
  rename.argument("<name>", "The connection").argument("<new-name>", "Its new name");
  rename.action(async (name: string, newName: string) => {
    refuseExtras(rename);
    await host.tenants.rename(name, newName);
    await context.output().answer({ name: newName, was: name }, () => `The connection ${name} is ${newName} now.`);
  });

  const remove = allowExtras(group.command("remove")).description("Forget a connection with its secrets");
  remove.argument("<name>", "The connection").action(async (name: string) => {
    refuseExtras(remove);
    await host.tenants.remove(name);
    await context
      .output()
      .answer({ name, removed: true }, () => `The connection ${name} is forgotten, with its secrets.`);
  });
}
