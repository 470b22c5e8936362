import type { Command } from "commander";
import { wordList } from "../input/word-list.ts";
import type { ProgramContext } from "../program-context.ts";
import { type ListedKey, renderKeys } from "../render/keys-list.ts";
import { renderNewKey } from "../render/new-key.ts";
import type { AccessKeyFacts } from "../host/access.ts";
import { commandGroup } from "./command-group.ts";
import { allowExtras, refuseExtras } from "./refuse-extras.ts";

interface CreateOptions {
  readonly name?: string;
  readonly scopes?: string;
  readonly expiresInDays?: string;
  readonly trustedIps?: string;
  readonly user?: string;
}

/** `tamtam keys`: who may use the HTTP server. */
export function addKeysCommand(context: ProgramContext): void {
  const keys = commandGroup(context, "keys", "Make, list and revoke access keys of the HTTP server");
  addCreate(keys, context);

  const list = allowExtras(keys.command("list")).description("List the keys there are, without their secrets");
  list.action(async () => {
    refuseExtras(list);
    const answer = (await context.options.host.accessKeys.list()).map(listedKey);
    await context.output().answer(answer, (_answer, page) => renderKeys(answer, page));
  });

  const revoke = allowExtras(keys.command("revoke")).description("Refuse a key from now on");
  revoke.argument("<access-key>", "The key, as keys list shows it").action(async (accessKey: string) => {
    refuseExtras(revoke);
    await context.options.host.accessKeys.revoke(accessKey);
    await context.output().answer({ accessKey, revoked: true }, () => `Access key ${accessKey} is revoked.`);
  });
}

function addCreate(keys: Command, { options, output }: ProgramContext): void {
  const create = allowExtras(keys.command("create"))
    .description("Make a key; its secret is shown this once. Without options it may do everything, for the company.")
    .option("--name <text>", "What people call it")
    .option("--scopes <a,b>", "What it may do, in Gong's scopes: api:calls:read:basic,…")
    .option("--expires-in-days <n>", "Its end")
    .option("--trusted-ips <cidr,…>", "Addresses and ranges it may be used from")
    .option("--user <userId>", "The user it acts for: it sees the calls that this user may see");
  create.action(async () => {
    refuseExtras(create);
    const { name, scopes, expiresInDays, trustedIps, user } = create.opts<CreateOptions>();
    const made = await options.host.accessKeys.create({
      name,
      scopes: wordList(scopes),
      expiresInDays,
      trustedIps: wordList(trustedIps),
      userId: user,
    });
    await output().answer(made, () => renderNewKey(made));
  });
}

function listedKey(key: AccessKeyFacts): ListedKey {
  return {
    accessKey: key.accessKey,
    name: key.name ?? null,
    created: isoTime(key.createdMs),
    expires: key.expiresMs === undefined ? null : isoTime(key.expiresMs),
    revoked: key.revokedMs === undefined ? null : isoTime(key.revokedMs),
    scopes: key.scopes,
    trustedIps: key.trustedIps,
    userId: key.userId ?? null,
  };
}

function isoTime(timeMs: number): string {
  return new Date(timeMs).toISOString();
}
