import type { Call } from "../../calls/call.ts";
import type { PersonalData } from "../../calls/personal-data.ts";
import type { CallReference, CustomerData, References } from "../references.ts";

const statuses = { Processing: "PROCESSING", Completed: "COMPLETED", Failed: "FAILED" } as const;

/** An object that several calls name is shown once, as the newest of them has it. */
export function presentReferences(calls: readonly { readonly call: Call; readonly data: PersonalData }[]): References {
  return {
    emails: [],
    calls: calls.map(({ call }): CallReference => ({
      id: call.id,
      status: statuses[call.processing.status],
      externalSystems: [],
    })),
    meetings: [],
    customerData: presentCustomerData(calls.flatMap(({ data }) => data.crmObjects)),
  };
}

function presentCustomerData(objects: PersonalData["crmObjects"]): readonly CustomerData[] {
  const newest = new Map(
    objects.map((object) => [JSON.stringify([object.system, object.objectType, object.objectId]), object]),
  );
  const bySystem = Map.groupBy(newest.values(), ({ system }) => system);
  return [...bySystem].map(([system, ofSystem]) => ({
    system,
    objects: ofSystem.map(({ objectType, objectId, fields }) => ({
      id: null,
      objectType,
      externalId: objectId,
      mirrorId: null,
      fields: fields.map(({ name, value }) => ({ name, value: value ?? null })),
    })),
  }));
}
