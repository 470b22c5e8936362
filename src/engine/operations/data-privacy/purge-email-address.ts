import { personByEmail } from "../../../calls/personal-data.ts";
import type { GongApi } from "../../../gong-api/gong-api.ts";
import { type DataPrivacyParts, eraseReferences } from "./person-references.ts";

export function purgeEmailAddress(parts: DataPrivacyParts): GongApi["purgeEmailAddress"] {
  return async ({ emailAddress }) => {
    await eraseReferences(parts, personByEmail(emailAddress));
    return {};
  };
}
