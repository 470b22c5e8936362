import { inArea, type Operation } from "../operation.ts";
import { findAllReferencesToEmailAddressRequest } from "../schemas/find-all-references-to-email-address.ts";
import { findAllReferencesToPhoneNumberRequest } from "../schemas/find-all-references-to-phone-number.ts";
import { purgeEmailAddressRequest } from "../schemas/purge-email-address.ts";
import { purgePhoneNumberRequest } from "../schemas/purge-phone-number.ts";

const dataPrivacy = inArea("Data Privacy");

export const dataPrivacyOperations: readonly Operation[] = [
  dataPrivacy.served(
    "findAllReferencesToEmailAddress",
    "GET /v2/data-privacy/data-for-email-address",
    "api:data-privacy:read",
    {
      query: ["emailAddress"],
      request: findAllReferencesToEmailAddressRequest,
      differences: [
        "E-mails, meetings and engagement events are not kept, so there are none.",
        "Leads and contacts are those given with calls; their `id` and `mirrorId` are null.",
        "A key that acts for a user is refused with 403, on all four: a part of the calls would pass for all of them.",
      ],
    },
  ),
  dataPrivacy.served(
    "findAllReferencesToPhoneNumber",
    "GET /v2/data-privacy/data-for-phone-number",
    "api:data-privacy:read",
    {
      query: ["phoneNumber"],
      request: findAllReferencesToPhoneNumberRequest,
      differences: [
        "Numbers are compared by all their digits, so one that was given without its country code does not match.",
      ],
    },
  ),
  dataPrivacy.served(
    "purgeEmailAddress",
    "POST /v2/data-privacy/erase-data-for-email-address",
    "api:data-privacy:delete",
    {
      query: ["emailAddress"],
      request: purgeEmailAddressRequest,
      differences: [
        "What is erased is off the disk when the answer comes; Gong takes hours.",
        "The user whose address it is leaves the directory as well.",
        "More calls than `TAMTAM_ERASE_MAX_CALLS` answer 400, and nothing is erased.",
      ],
    },
  ),
  dataPrivacy.served(
    "purgePhoneNumber",
    "POST /v2/data-privacy/erase-data-for-phone-number",
    "api:data-privacy:delete",
    {
      query: ["phoneNumber"],
      request: purgePhoneNumberRequest,
    },
  ),
];
