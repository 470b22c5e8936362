import { personByPhone } from "../../../calls/personal-data.ts";
import type { GongApi } from "../../../gong-api/gong-api.ts";
import { type DataPrivacyParts, eraseReferences } from "./person-references.ts";

export function purgePhoneNumber(parts: DataPrivacyParts): GongApi["purgePhoneNumber"] {
  return async ({ phoneNumber }) => {
    await eraseReferences(parts, personByPhone(phoneNumber));
    return {};
  };
}
