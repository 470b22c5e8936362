import { inArea, type Operation } from "../operation.ts";
import { listLogsRequest } from "../schemas/list-logs.ts";

const auditing = inArea("Auditing");

const logDifferences = [
  "`AccessLog` has every request that named who sent it, with the access key. `userId` is that of the user whom the key acts for, and null for a key of the company.",
  "`UserActivityLog` says which operation was done; `tableChanges` and the request's `parameters` are empty, since they could hold somebody's data.",
  "`UserCallPlay` has recordings fetched with an access key or by a link made for a user, the two `ExternallySharedCall…` logs those asked for by other signed links.",
  "A key that acts for a user is answered 403: the logs are the company's.",
  "All logs are kept alike, for `TAMTAM_AUDIT_DAYS`.",
];

export const auditingOperations: readonly Operation[] = [
  auditing.served("listLogs", "GET /v2/logs", "api:logs:read", {
    query: ["logType", "fromDateTime", "toDateTime", "cursor"],
    request: listLogsRequest,
    differences: logDifferences,
  }),
];
