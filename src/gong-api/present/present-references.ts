import type { Call } from "../../calls/call.ts";
import { GENERIC_SYSTEM, type KnownCrmObject } from "../../calls/crm/crm-association.ts";
import { contextTypeOf } from "../../calls/crm/crm-object.ts";
import type { PersonalData } from "../../calls/personal-data.ts";
import type { CallReference, CustomerData, References } from "../references.ts";

const statuses = { Processing: "PROCESSING", Completed: "COMPLETED", Failed: "FAILED" } as const;

/** An object as a CRM sent it. */
interface SentObject extends KnownCrmObject {
  readonly integrationId: string;
  readonly isOfPerson: boolean;
}

/** An object that several calls name is shown once: as the CRM sent it, else as the newest of them has it. */
export function presentReferences(
  calls: readonly { readonly call: Call; readonly data: PersonalData }[],
  sent: readonly SentObject[],
): References {
  const people = sent.filter(({ isOfPerson, type }) => isOfPerson && (type === "CONTACT" || type === "LEAD"));
  return {
    emails: [],
    calls: calls.map(({ call }): CallReference => ({
      id: call.id,
      status: statuses[call.processing.status],
      externalSystems: [],
    })),
    meetings: [],
    customerData: presentCustomerData(
      calls.flatMap(({ data }) => data.crmObjects),
      people,
    ),
  };
}

function presentCustomerData(given: PersonalData["crmObjects"], sent: readonly SentObject[]): readonly CustomerData[] {
  const objects = [...given.map(presentGiven), ...sent.map(presentSent)];
  const shown = new Map(objects.map((object) => [`${object.objectType} ${object.externalId}`, object]));
  const bySystem = Map.groupBy(shown.values(), ({ system }) => system);
  return [...bySystem].map(([system, ofSystem]) => ({
    system,
    objects: ofSystem.map(({ system: _shown, ...object }) => object),
  }));
}

type ShownObject = CustomerData["objects"][number] & { readonly system: string };

function presentGiven({ system, objectType, objectId, fields }: PersonalData["crmObjects"][number]): ShownObject {
  return {
    system,
    id: null,
    objectType,
    externalId: objectId,
    mirrorId: null,
    fields: fields.map(({ name, value }) => ({ name, value: value ?? null })),
  };
}

/** Gong: the mirror id is a text of JSON. */
function presentSent({ key, type, objectId, fields, integrationId }: SentObject): ShownObject {
  return {
    system: GENERIC_SYSTEM,
    id: String(key),
    objectType: contextTypeOf(type),
    externalId: objectId,
    mirrorId: JSON.stringify({ integrationId, crmObjectType: type, crmId: objectId }),
    fields: Object.entries(fields).map(([name, value]) => ({ name, value })),
  };
}
