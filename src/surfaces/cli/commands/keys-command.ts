import { exitCodes } from "../exit-codes.ts";
import { renderNewKey } from "../render/new-key.ts";
import { renderKeys } from "../render/keys-table.ts";
import type { ProgramContext } from "../program-context.ts";
import { allowExtras, refuseExtras } from "./refuse-extras.ts";

/** `tamtam keys`: who may use the HTTP server. */
export function addKeysCommand({ program, options, output, finish }: ProgramContext): void {
  const keys = program
    .command("keys")
    .summary("Make, list and revoke access keys of the HTTP server")
    .usage("<command>");
  keys.action(() => {
    keys.outputHelp({ error: true });
    finish(exitCodes.invalidInput);
  });

  const create = allowExtras(keys.command("create")).description("Make a key; its secret is shown this once");
  create.action(async () => {
    refuseExtras(create);
    const made = await options.host.accessKeys.create();
    await output().answer(made, () => renderNewKey(made));
  });

  const list = allowExtras(keys.command("list")).description("List the keys there are, without their secrets");
  list.action(async () => {
    refuseExtras(list);
    const answer = (await options.host.accessKeys.list()).map(({ accessKey, createdMs, revokedMs }) => ({
      accessKey,
      created: new Date(createdMs).toISOString(),
      revoked: revokedMs === undefined ? null : new Date(revokedMs).toISOString(),
    }));
    await output().answer(answer, (_answer, page) => renderKeys(answer, page));
  });

  const revoke = allowExtras(keys.command("revoke")).description("Refuse a key from now on");
  revoke.argument("<access-key>", "The key, as keys list shows it").action(async (accessKey: string) => {
    refuseExtras(revoke);
    await options.host.accessKeys.revoke(accessKey);
    await output().answer({ accessKey, revoked: true }, () => `Access key ${accessKey} is revoked.`);
  });
}
