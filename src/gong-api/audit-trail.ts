import type { AuditEntry } from "../calls/audit-entry.ts";
import type { Caller } from "./principal.ts";

/** An entry before it is known when it was and from which address: the connection tells that. */
export type AuditNote = Omit<AuditEntry, "timeMs"> & {
  readonly caller: Caller;
  /** Nobody whom the server knows: so many of them are noted a minute, so that they do not fill the disk. */
  readonly isStranger: boolean;
};

/** Where a surface says what was asked and what became of it. */
export interface AuditTrail {
  note(note: AuditNote): void;
}
