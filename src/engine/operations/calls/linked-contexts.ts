import type { Call } from "../../../calls/call.ts";
import type { CrmLink } from "../../../calls/crm/crm-association.ts";
import { contextFields } from "../../../calls/crm/crm-context-fields.ts";
import { givenContexts, type LinkedContexts, type LinkedCrmObject } from "../../../calls/crm/crm-context.ts";
import { type CrmField, type CrmFields, type CrmObjectType, textField } from "../../../calls/crm/crm-object.ts";
import { type CrmLinkParts, type KnownCrm, readCrmLinks } from "../crm/read-crm-links.ts";

/** Reads what calls and their parties are linked to in a CRM: one read of each kind for all the calls. */
export async function readLinkedContexts(
  parts: CrmLinkParts,
  calls: readonly Call[],
): Promise<(call: Call) => LinkedContexts> {
  const integration = await parts.crm.integrations.active();
  if (!integration) return givenContexts;
  const [known, fields] = await Promise.all([
    readCrmLinks(parts, integration.key, calls),
    parts.crm.integrations.fields(integration.key),
  ]);
  const ownFields: ReadonlyMap<CrmObjectType, readonly CrmField[]> = fields;
  return (call) => {
    const { ofCall, ofParty } = known.linksOf(call);
    const present = (link: CrmLink) => presentLink(link, call.actualStart.epochMs, known, ownFields);
    return {
      ofCall: ofCall.map(present),
      ofParty: new Map([...ofParty].map(([partyId, links]) => [partyId, links.map(present)])),
    };
  };
}

/** What the CRM sent stands before what was given at upload, which is taken for the time of the call where the CRM's own begins later. */
function presentLink(
  { system, objectType, objectId, object, given }: CrmLink,
  callMs: number,
  known: KnownCrm,
  ownFields: ReadonlyMap<CrmObjectType, readonly CrmField[]>,
): LinkedCrmObject {
  if (!object) return { system, objectType, objectId, now: given, timeOfCall: given };
  const stageName = (stageId: string) => textField(known.known("STAGE", stageId)?.fields ?? {}, "name") ?? stageId;
  const parts = { ownFields: ownFields.get(object.type) ?? [], stageName };
  const show = (fields: CrmFields) => contextFields(object.type, fields, parts);
  const then = known.fieldsAt(object, callMs);
  return { system, objectType, objectId, now: show(object.fields), timeOfCall: then ? show(then) : given };
}
