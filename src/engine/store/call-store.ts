import type { Call, MediaInfo, Processing } from "../../calls/call.ts";
import type { CallAnalysis } from "../../calls/call-analysis.ts";
import type { CallId, UserId } from "../../calls/ids.ts";
import type { User } from "../../calls/party.ts";
import type { QuotedTranscript, Speaker, Transcript } from "../../calls/transcript.ts";
import type { Transaction } from "../database/transaction.ts";

export interface AddedCall {
  readonly call: Call;
  /** True when a call with this `clientUniqueId` was there before; `call` is that one. */
  readonly isDuplicate: boolean;
}

export interface AnalysedVersion {
  readonly callId: CallId;
  readonly version: string;
}

/** Calls and what was found out about them. Reads see committed records only. */
export interface CallStore {
  /** Adds the call unless its `clientUniqueId` is taken in its workspace, and the users its parties name to the directory. */
  add(call: Call, transaction: Transaction): Promise<AddedCall>;
  get(id: CallId): Promise<Call | undefined>;
  /** In the order of `ids`; unknown ids are left out. */
  getMany(ids: readonly CallId[]): Promise<readonly Call[]>;
  getByClientUniqueId(clientUniqueId: string): Promise<Call | undefined>;
  /** Every call, in the order in which they were added, for what no index answers. Others get their turn between the reads. */
  scan(): AsyncIterable<Call>;
  /** All calls, or those whose `clientUniqueId` begins so. */
  count(clientUniqueIdPrefix?: string): Promise<number>;
  setProcessing(id: CallId, processing: Processing, transaction: Transaction): Promise<void>;
  setMedia(id: CallId, media: MediaInfo, transaction: Transaction): Promise<void>;
  /** Also sets `speakerId` on the parties that a speaker of the transcript is surely one of. */
  setTranscript(id: CallId, transcript: Transcript, transaction: Transaction): Promise<void>;
  /**
   * Puts a call's title, purpose, disposition, direction and parties in the place of those it had, and its voices where they are given; users whom
   * changed parties name are in the directory then.
   * @throws NotFoundError
   */
  edit(call: Call, speakers: readonly Speaker[] | undefined, transaction: Transaction): Promise<void>;
  setAnalysis(id: CallId, analysis: CallAnalysis, transaction: Transaction): Promise<void>;
  getTranscript(id: CallId): Promise<Transcript | undefined>;
  getAnalysis(id: CallId): Promise<CallAnalysis | undefined>;
  /** In the order of `ids`; calls without one are left out. */
  getAnalyses(ids: readonly CallId[]): Promise<ReadonlyMap<CallId, CallAnalysis>>;
  /** Every analysed call with the version of its analysis. Others get their turn between the reads. */
  analysed(): AsyncIterable<AnalysedVersion>;
  /** Without word times, which a page of calls has no use for; calls without a transcript are left out. */
  getTranscripts(ids: readonly CallId[]): Promise<ReadonlyMap<CallId, Transcript>>;
  /** Of each call's transcript the sentences at these positions; calls without a transcript are left out. */
  getQuotes(wanted: ReadonlyMap<CallId, readonly number[]>): Promise<ReadonlyMap<CallId, QuotedTranscript>>;
  /** The voices of each transcript, without its sentences. */
  getSpeakers(ids: readonly CallId[]): Promise<ReadonlyMap<CallId, readonly Speaker[]>>;
  remove(id: CallId, transaction: Transaction): Promise<void>;
}

/** The company's employees: those that calls name, and those that were entered. */
export interface UserDirectory {
  get(id: UserId): Promise<User | undefined>;
  getMany(ids: readonly UserId[]): Promise<readonly User[]>;
  list(): Promise<readonly User[]>;
  /** Enters a user unless there is one of this id already, whom it leaves as they are. */
  add(user: User, transaction: Transaction): Promise<void>;
  /** With everything that is known of them but calls. Removing nobody is fine. */
  remove(id: UserId, transaction: Transaction): Promise<void>;
  /** E-mail domains of all users, lower case. */
  domains(): Promise<ReadonlySet<string>>;
}
