import { InvalidInputError } from "../../../calls/errors.ts";
import { asId, type UserId } from "../../../calls/ids.ts";
import type { UserAccount } from "../../../calls/user-account.ts";
import type { GongApi } from "../../../gong-api/gong-api.ts";
import { presentUser } from "../../../gong-api/present/present-user.ts";
import type { CoachingRequest, CoachingUser } from "../../../gong-api/schemas/list-users-1.ts";
import type { CompanyTime } from "../../../gong-api/company-time.ts";
import type { AuditLog } from "../../audit/audit-log.ts";
import type { CoachingActivity, CoachingQuery } from "../../store/coaching-activity.ts";
import type { UserAccounts } from "../../store/user-accounts.ts";
import { knownWorkspace, type WorkspaceParts } from "../settings/known-workspaces.ts";

export interface CoachingParts extends WorkspaceParts {
  readonly coaching: CoachingActivity;
  readonly userAccounts: UserAccounts;
  readonly auditLog: AuditLog;
  readonly companyTime: CompanyTime;
  /** Whose eyes the calls are seen with; the company's where there is none. */
  readonly actingUserId?: UserId | undefined;
}

/** What a manager did with the calls of each of their reports. */
export function listUsers1(parts: CoachingParts): GongApi["listUsers_1"] {
  return async (request) => {
    const [manager] = await parts.userAccounts.getMany([asId<UserId>(request["manager-id"])]);
    if (!manager) {
      throw problem("manager-id", `there is no user ${request["manager-id"]}; GET /v2/users lists them`);
    }
    const query = await readQuery(parts, manager.id, request);
    const reports = await parts.userAccounts.getMany(await parts.coaching.directReports(manager.id));
    const [attended, scored, listened] = await Promise.all([
      parts.coaching.attendedCalls(query),
      parts.coaching.scoredCalls(query),
      listenedCalls(parts, query),
    ]);
    const present = (user: UserAccount) => presentCoachingUser(user, parts.companyTime);
    const directReportsMetrics = reports.map((report) => ({
      report: present(report),
      metrics: {
        callsListenedTo: listened.get(report.id) ?? [],
        callsManagerAttended: attended.get(report.id) ?? [],
        callsManagerCommentedOn: [],
        callsWithFeedback: [],
        callsWithScorecardFilled: scored.get(report.id) ?? [],
      },
    }));
    return { coachingData: [{ manager: present(manager), directReportsMetrics }] };
  };
}

async function readQuery(parts: CoachingParts, managerId: UserId, request: CoachingRequest): Promise<CoachingQuery> {
  const workspace = await knownWorkspace(parts, "workspace-id", request["workspace-id"]);
  const [fromMs, toMs] = [parts.companyTime.parse(request.from) ?? 0, parts.companyTime.parse(request.to) ?? 0];
  if (fromMs >= toMs) throw problem("from", "must be before to");
  return { managerId, workspaceId: workspace.id, fromMs, toMs, visibleTo: parts.actingUserId };
}

/** The audit log knows who fetched which recording. */
async function listenedCalls(parts: CoachingParts, query: CoachingQuery) {
  const { managerId, fromMs, toMs } = query;
  const acts = await parts.auditLog.acts({ act: "listened", userIds: [managerId], spans: [{ fromMs, toMs }] });
  return parts.coaching.callsOfReports(
    query,
    acts.map(({ callId }) => callId),
  );
}

function presentCoachingUser(user: UserAccount, companyTime: CompanyTime): CoachingUser {
  const { id, emailAddress, firstName, lastName, title } = presentUser(user, companyTime);
  return { id, emailAddress, firstName, lastName, title };
}

function problem(parameter: string, message: string): InvalidInputError {
  return new InvalidInputError([{ parameter, message }]);
}
