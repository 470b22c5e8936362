import { expect, test } from "vitest";
import { operations } from "../gong-api/operations.ts";
import { isRepeatable } from "./retry.ts";

test("of what writes, that alone is sent twice which does no more the second time", () => {
  const reads = /^(?:list|get|find)[A-Z]/;
  const writes = operations.filter(({ support, id }) => support === "served" && !reads.test(id));
  const repeated = writes.flatMap((operation) =>
    operation.support === "served" && isRepeatable(operation) ? [operation.id] : [],
  );
  expect(repeated.sort()).toEqual([
    "addCall",
    "addCallRecording",
    "addUsersAccessToCalls",
    "deleteUsersAccessToCalls",
    "updatePermissionProfile",
  ]);
  const others = writes.map(({ id }) => id).filter((id) => !repeated.some((one) => one === id));
  expect(others.sort()).toEqual([
    "createPermissionProfile",
    "deleteGenericCrmIntegration",
    "purgeEmailAddress",
    "purgePhoneNumber",
    "registerGenericCrmIntegration",
    "uploadCrmData",
    "uploadCrmSchemaField",
  ]);
});
