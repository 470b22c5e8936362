import { setInterval as every } from "node:timers/promises";
import { asId, type CallId } from "../calls/ids.ts";
import type { Config } from "../config/config.ts";
import { callerAddress } from "../engine/access/trusted-networks.ts";
import type { AuditLog } from "../engine/audit/audit-log.ts";
import type { AuditTrail } from "../gong-api/audit-trail.ts";

const STRANGERS_A_MINUTE = 60;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const PRUNE_EVERY_MS = 3_600_000;

/** Writes down what a surface says, with the time and the address that the request came from. */
export function auditTrail(
  log: Pick<AuditLog, "note">,
  { trustedProxies }: Pick<Config, "trustedProxies">,
  clock: () => number,
): AuditTrail {
  const isOverfull = strangerLimit(clock);
  return {
    note: ({ caller, isStranger, request, ...entry }) => {
      if (isStranger && isOverfull()) return;
      const address = callerAddress(caller, trustedProxies);
      log.note({ ...entry, timeMs: clock(), request: request && { ...request, address } });
    },
  };
}

function strangerLimit(clock: () => number): () => boolean {
  let [minute, count] = [0, 0];
  return () => {
    const now = Math.floor(clock() / MINUTE_MS);
    [minute, count] = [now, now === minute ? count + 1 : 1];
    return count > STRANGERS_A_MINUTE;
  };
}

/** What was done on this machine's own command line. */
export function noteOperatorChange(log: Pick<AuditLog, "note">, operation: string, of: OperatorChange): void {
  const actor = { kind: "command-line" } as const;
  const callIds = of.callId === undefined ? [] : [asId<CallId>(of.callId)];
  log.note({ logs: ["UserActivityLog"], timeMs: Date.now(), actor, operation, callIds, subjectId: of.subjectId });
}

export interface OperatorChange {
  readonly callId?: string | undefined;
  /** Of an access key or an app. */
  readonly subjectId?: string | undefined;
}

/** Takes out what is too old, now and then, until the signal aborts. */
export async function keepAuditBounded(
  log: Pick<AuditLog, "removeBefore">,
  { auditDays }: Pick<Config, "auditDays">,
  options: { readonly signal: AbortSignal; readonly reportError: (error: unknown) => void },
): Promise<void> {
  const prune = () => log.removeBefore(Date.now() - auditDays * DAY_MS).catch(options.reportError);
  await prune();
  try {
    for await (const _ of every(PRUNE_EVERY_MS, undefined, { signal: options.signal, ref: false })) await prune();
  } catch (error) {
    if (!options.signal.aborted) throw error;
  }
}
