import type { AuditEntry, AuditLogName } from "../../calls/audit-entry.ts";
import type { CallId, UserId } from "../../calls/ids.ts";

/** `[fromMs, toMs)` of one log. */
export interface AuditQuery {
  readonly log: AuditLogName;
  readonly fromMs: number;
  readonly toMs: number;
  readonly pageSize: number;
  /** From the page before, of the same query. */
  readonly after?: AuditPosition | undefined;
}

export interface AuditPosition {
  readonly total: number;
  readonly timeMs: number;
  readonly key: number;
}

/** An entry as one log shows it. */
export interface LoggedEntry extends Omit<AuditEntry, "logs"> {
  /** Of this entry in this log; no other has it. */
  readonly key: number;
}

export interface AuditPage {
  /** Oldest first. */
  readonly entries: readonly LoggedEntry[];
  /** As counted for the first page. */
  readonly total: number;
  /** Absent on the last page. */
  readonly next?: AuditPosition | undefined;
}

/** What users do with calls that is counted: fetching their recording, and giving others access to them. */
export type CountedAct = "listened" | "shared";

/** `[fromMs, toMs)` */
export interface AuditedSpan {
  readonly fromMs: number;
  readonly toMs: number;
}

export interface ActsQuery {
  readonly act: CountedAct;
  readonly userIds: readonly UserId[];
  /** Each counts for itself. */
  readonly spans: readonly AuditedSpan[];
}

export interface UserAct {
  readonly userId: UserId;
  /** By position in the query. */
  readonly spanIndex: number;
  readonly callId: CallId;
}

/** Somebody with one of the calls that they did something with. */
export type Actor = Omit<UserAct, "spanIndex">;

/** What was done, by whom. */
export interface AuditLog extends AsyncDisposable {
  /** Costs nothing to wait for: it is written with others a moment later, and when the log is closed. */
  note(entry: AuditEntry): void;
  /** Of everything that was noted in this process, and of what others have written. */
  page(query: AuditQuery): Promise<AuditPage>;
  /** Each call once for each user and span that it was done in, in the order in which it was first done there. */
  acts(query: ActsQuery): Promise<readonly UserAct[]>;
  /** The users who did any of it, in the order of their ids. */
  actors(span: AuditedSpan): Promise<readonly Actor[]>;
  /**
   * Entries of these users until then no longer say who it was, nor from where: those that other processes have noted and not written yet neither.
   * Nothing of it is left on the disk.
   */
  forgetUsers(userIds: readonly UserId[], untilMs: number): Promise<void>;
  /** Takes out what is older. */
  removeBefore(timeMs: number): Promise<void>;
}
