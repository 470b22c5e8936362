import type { Call } from "../../../calls/call.ts";
import type { CallId, IdSource, UserId } from "../../../calls/ids.ts";
import { ConflictError, InvalidInputError, type InputProblem } from "../../../calls/errors.ts";
import { parseZonedTime } from "../../../calls/time.ts";
import { parseAddCall } from "../../../gong-api/parse/parse-add-call.ts";
import type { GongApi } from "../../../gong-api/gong-api.ts";
import type { AddCallRequest, AddCallResponse } from "../../../gong-api/schemas/add-call.ts";
import type { Database } from "../../database/transaction.ts";
import type { JobQueue } from "../../queue/job-queue.ts";
import type { CallSearch } from "../../search/call-search.ts";
import type { CallAccessStore } from "../../store/call-access-store.ts";
import type { CallStore, UserDirectory } from "../../store/call-store.ts";
import { companyDomains, type CompanyDomainParts } from "./company-domains.ts";
import { seenCall } from "./own-calls.ts";
import { knownWorkspace, type WorkspaceParts } from "../settings/known-workspaces.ts";

export interface AddCallParts extends WorkspaceParts, CompanyDomainParts {
  readonly database: Database;
  readonly calls: CallStore;
  readonly callAccess: CallAccessStore;
  readonly users: UserDirectory;
  readonly search: CallSearch;
  readonly queue: JobQueue;
  readonly makeId: IdSource;
  /** Whose eyes the calls are seen with; the company's where there is none. */
  readonly actingUserId?: UserId | undefined;
  readonly makeRequestId: () => string;
  readonly clock: () => number;
  /** Whether media may be a file of this machine: yes for its own user, no for who comes over the network. */
  readonly acceptsFiles: boolean;
  /** Told of each call that waits for work. */
  readonly onAdded: (callId: CallId) => void;
}

/**
 * Stores a new call with its first job and its index entry in one transaction. Of any number of adds of one `clientUniqueId` exactly
 * one creates the call.
 */
export function addCall(parts: AddCallParts): GongApi["addCall"] {
  return async (request) => {
    checkMediaUrl(request.downloadMediaUrl, parts.acceptsFiles);
    const earlier = await parts.calls.getByClientUniqueId(request.clientUniqueId);
    if (earlier) return answerEarlier(parts, request, earlier);
    if (request.workspaceId) await knownWorkspace(parts, "workspaceId", request.workspaceId);
    const call = parseAddCall(request, {
      makeId: parts.makeId,
      nowMs: parts.clock(),
      defaultWorkspaceId: parts.workspaceId,
      companyDomains: await companyDomains(parts),
      publicDomains: parts.publicDomains,
    });
    const added = await parts.database.transact(async (transaction) => {
      const result = await parts.calls.add(call, transaction);
      if (result.isDuplicate) return result;
      await parts.search.put(result.call, undefined, undefined, transaction);
      if (call.downloadMediaUrl !== undefined)
        await parts.queue.enqueue({ callId: call.id, stage: "download" }, transaction);
      return result;
    });
    if (added.isDuplicate) return answerEarlier(parts, request, added.call);
    parts.onAdded(added.call.id);
    return { requestId: parts.makeRequestId(), callId: added.call.id };
  };
}

/**
 * The call that is there already. A user who may not see it is told its id only where they name its host and start, as who added it does when
 * they try again: a `clientUniqueId` that was guessed tells no more than that it is taken.
 */
async function answerEarlier(parts: AddCallParts, request: AddCallRequest, earlier: Call): Promise<AddCallResponse> {
  const isKnown = isAskedAgain(request, earlier) || (await seenCall(parts, earlier.id)) !== undefined;
  if (isKnown) return { requestId: parts.makeRequestId(), callId: earlier.id, duplicate: true };
  throw new ConflictError(
    `clientUniqueId: belongs to another call already, which user ${parts.actingUserId} may not see; got "${request.clientUniqueId}"`,
  );
}

function isAskedAgain({ primaryUser, actualStart }: AddCallRequest, earlier: Call): boolean {
  return primaryUser === earlier.primaryUserId && parseZonedTime(actualStart)?.epochMs === earlier.actualStart.epochMs;
}

function checkMediaUrl(text: string | null | undefined, acceptsFiles: boolean): void {
  if (text === null || text === undefined) return;
  const refuse = (message: string): never => {
    const problem: InputProblem = { parameter: "downloadMediaUrl", message: `${message}; got "${text}"` };
    throw new InvalidInputError([problem]);
  };
  if (!URL.canParse(text)) return refuse("must be a URL, such as https://example.com/path/to/call.mp3");
  const { protocol } = new URL(text);
  if (protocol === "http:" || protocol === "https:") return;
  if (protocol !== "file:") return refuse("must be an http or https URL");
  if (!acceptsFiles)
    return refuse("must be an http or https URL; files of this machine can be added with the command line");
}
