import { personByEmail } from "../../../calls/personal-data.ts";
import type { GongApi } from "../../../gong-api/gong-api.ts";
import { presentReferences } from "../../../gong-api/present/present-references.ts";
import { type DataPrivacyParts, findReferences } from "./person-references.ts";

export function findAllReferencesToEmailAddress(parts: DataPrivacyParts): GongApi["findAllReferencesToEmailAddress"] {
  return async ({ emailAddress }) => {
    const { calls, crmObjects } = await findReferences(parts, personByEmail(emailAddress));
    return { ...presentReferences(calls, crmObjects), customerEngagement: [] };
  };
}
