import { expect, test } from "vitest";
import type { AuditEntry } from "../calls/audit-entry.ts";
import { NotFoundError } from "../calls/errors.ts";
import type { Backend } from "../connection/backend.ts";
import { auditedBackend } from "./audited-backend.ts";

test("what is changed on the command line is noted with its call, and what fails is not", async () => {
  const noted: AuditEntry[] = [];
  const backend = {
    api: { addCall: async () => ({ callId: "1" }) },
    status: {
      getCall: async () => undefined,
      retryCall: async () => Promise.reject(new NotFoundError("There is no call 2.")),
    },
    erasing: { deleteCall: async () => {} },
    editing: { editCall: async () => ({ stage: undefined }) },
  } as unknown as Backend; // as much of it as is used here
  const audited = auditedBackend(backend, { note: (entry) => noted.push(entry) });
  await audited.api.addCall({} as Parameters<Backend["api"]["addCall"]>[0]); // nobody reads it
  await audited.status?.getCall({ callId: "9" }, {} as never);
  await expect(audited.status?.retryCall("2")).rejects.toBeInstanceOf(NotFoundError);
  await audited.erasing?.deleteCall("3");
  await audited.editing?.editCall({ id: "4" } as never);
  expect(noted.map(({ operation, callIds }) => [operation, ...callIds])).toEqual([
    ["add-call", "1"],
    ["delete-call", "3"],
    ["edit-call", "4"],
  ]);
  for (const { logs, actor } of noted) {
    expect({ logs, actor }).toEqual({ logs: ["UserActivityLog"], actor: { kind: "command-line" } });
  }
});
