import type { CallId } from "../../calls/ids.ts";
import { createEngine } from "../../engine/engine.ts";
import type { EngineParts } from "../../engine/engine-parts.ts";
import { checkLink } from "../../lib/signed-link.ts";
import { type ApiFor, Sandbox } from "../../sandbox/sandbox.ts";
import type { Config } from "../../config/config.ts";
import type { HttpServices } from "../../surfaces/http/services.ts";
import { LINK_LIFETIME_MS } from "../media-links.ts";

/** Only where the server was started as one. */
export function openSandbox(config: Pick<Config, "sandbox">, clock: () => number): Sandbox | undefined {
  return config.sandbox && new Sandbox(config.sandbox, clock);
}

/** What answers on Gong's paths. */
export function gongPaths(sandbox: Sandbox | undefined, parts: EngineParts, apiFor: ApiFor): ApiFor {
  if (sandbox === undefined) return apiFor;
  return sandbox.over(apiFor, parts, (known) => createEngine({ ...parts, ...known }).apiFor);
}

/** Whether a link to a recording was signed here and is not over. */
export function linkCheck(
  secret: string,
  sandbox: Sandbox | undefined,
  clock: () => number,
): HttpServices["checkLink"] {
  return (link) => {
    const verdict = checkLink(secret, link, clock());
    if (verdict !== "valid" || sandbox === undefined) return verdict;
    return sandbox.isLinkOver(Number(link.expires) * 1000 - LINK_LIFETIME_MS) ? "expired" : verdict;
  };
}

/** When others may be told of a call: not before Gong's paths show it. At once where it is not late. */
export function tellFrom(
  sandbox: Sandbox | undefined,
  { calls }: Pick<EngineParts, "calls">,
): (callId: CallId) => Promise<number | undefined> {
  return async (callId) => {
    const call = sandbox && (await calls.get(callId));
    return call && sandbox.thereFromMs(call);
  };
}

/** `late-calls, server-errors; seed tamtam` */
export function describeSandbox({ seed, switches }: NonNullable<Config["sandbox"]>): string {
  const names = Object.entries(switches).flatMap(([name, numbers]) => (numbers === undefined ? [] : [name]));
  return `${names.length === 0 ? "no switch is on" : names.join(", ")}; seed ${seed}`;
}
