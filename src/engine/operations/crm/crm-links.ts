import type { Call } from "../../../calls/call.ts";
import type { CrmLink, HandLink } from "../../../calls/crm/crm-association.ts";
import { crmTypesNamed } from "../../../calls/crm/crm-object.ts";
import { ConflictError, InvalidInputError } from "../../../calls/errors.ts";
import type { CrmLinksResponse, SetCrmLinksRequest } from "../../../gong-api/tamtam/crm-links.ts";
import type { TamtamApi } from "../../../gong-api/tamtam/tamtam-api.ts";
import type { CrmIntegration } from "../../crm/crm-integrations.ts";
import type { Database } from "../../database/transaction.ts";
import type { CallStore } from "../../store/call-store.ts";
import { requireCall } from "../calls/known-calls.ts";
import { type CrmLinkParts, readCrmLinks } from "./read-crm-links.ts";

export interface EditCrmLinksParts extends CrmLinkParts {
  readonly database: Database;
  readonly calls: Pick<CallStore, "get">;
}

export function listCrmLinks(parts: EditCrmLinksParts): TamtamApi["listCrmLinks"] {
  return async ({ id }) => presentLinks(parts, await requireCall(parts, id), await requireCrm(parts));
}

/** Those set by hand are exactly these then. */
export function setCrmLinks(parts: EditCrmLinksParts): TamtamApi["setCrmLinks"] {
  return async ({ id, links }) => {
    const { call, integration } = await parts.database.transact(async (transaction) => {
      const known = { call: await requireCall(parts, id), integration: await requireCrm(parts) };
      const set = await readHandLinks(parts, known.call, known.integration, links);
      await parts.crm.links.set(known.call.id, known.integration.key, set, transaction);
      return known;
    });
    return presentLinks(parts, call, integration);
  };
}

export function removeCrmLinks(parts: EditCrmLinksParts): TamtamApi["removeCrmLinks"] {
  return async ({ id }) => setCrmLinks(parts)({ id, links: [] });
}

async function requireCrm({ crm }: EditCrmLinksParts): Promise<CrmIntegration> {
  const active = await crm.integrations.active();
  if (!active) throw new ConflictError("There is no CRM integration; PUT /v2/crm/integrations registers one.");
  return active;
}

/** @throws InvalidInputError for objects that the CRM has not sent, and parties that the call does not have */
async function readHandLinks(
  { crm }: EditCrmLinksParts,
  call: Call,
  { key }: CrmIntegration,
  links: SetCrmLinksRequest["links"],
): Promise<readonly HandLink[]> {
  const set = links.flatMap(({ objectType, objectId, partyId }) =>
    crmTypesNamed(objectType).map((type): HandLink => ({ type, objectId, partyId })),
  );
  const known = new Set((await crm.objects.getMany(key, set)).map(({ type, objectId }) => `${type} ${objectId}`));
  const problems = set.flatMap(({ type, objectId, partyId }, index) => [
    ...(known.has(`${type} ${objectId}`)
      ? []
      : [
          {
            parameter: `links[${index}].objectId`,
            message: `the CRM has sent no ${type} "${objectId}"; upload it first`,
          },
        ]),
    ...(partyId === undefined || call.parties.some((party) => party.id === partyId)
      ? []
      : [{ parameter: `links[${index}].partyId`, message: `"${partyId}" is no party of the call` }]),
  ]);
  if (problems.length > 0) throw new InvalidInputError(problems);
  return set;
}

async function presentLinks(parts: EditCrmLinksParts, call: Call, { key }: CrmIntegration): Promise<CrmLinksResponse> {
  const { ofCall, ofParty } = (await readCrmLinks(parts, key, [call])).linksOf(call);
  const present = (link: CrmLink, partyId: string | null) => {
    const { system, objectType, objectId, origin, object } = link;
    return { system, objectType, objectId, partyId, origin, isKnown: object !== undefined };
  };
  return {
    links: [
      ...ofCall.map((link) => present(link, null)),
      ...[...ofParty].flatMap(([partyId, links]) => links.map((link) => present(link, partyId))),
    ],
  };
}
