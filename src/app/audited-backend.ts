import type { Backend } from "../connection/backend.ts";
import type { AuditLog } from "../engine/audit/audit-log.ts";
import { noteOperatorChange } from "./audit-trail.ts";

/** The library as this machine's command line has it: what is changed there is noted, as the server notes what it is asked. */
export function auditedBackend(backend: Backend, log: Pick<AuditLog, "note">): Backend {
  const { api, status, erasing, editing } = backend;
  return {
    ...backend,
    api: {
      addCall: async (request) => {
        const added = await api.addCall(request);
        noteOperatorChange(log, "add-call", added);
        return added;
      },
    },
    ...(status && {
      status: {
        ...status,
        retryCall: async (callId) => {
          const answer = await status.retryCall(callId);
          noteOperatorChange(log, "retry-call", { callId });
          return answer;
        },
      },
    }),
    ...(erasing && {
      erasing: {
        deleteCall: async (callId) => {
          await erasing.deleteCall(callId);
          noteOperatorChange(log, "delete-call", { callId });
        },
      },
    }),
    ...(editing && {
      editing: {
        editCall: async (request) => {
          const answer = await editing.editCall(request);
          noteOperatorChange(log, "edit-call", { callId: request.id });
          return answer;
        },
      },
    }),
  };
}
