import { inArea, type Operation } from "../operation.ts";
import { deleteGenericCrmIntegrationRequest } from "../schemas/delete-generic-crm-integration.ts";
import { getCrmObjectsRequest } from "../schemas/get-crm-objects.ts";
import { getRequestStatusRequest } from "../schemas/get-request-status.ts";
import { listCrmSchemaFieldsRequest } from "../schemas/list-crm-schema-fields.ts";
import { listGenericCrmIntegrationRequest } from "../schemas/list-generic-crm-integration.ts";
import { registerGenericCrmIntegrationRequest } from "../schemas/register-generic-crm-integration.ts";
import { uploadCrmDataRequest } from "../schemas/upload-crm-data.ts";
import { uploadCrmSchemaFieldRequest } from "../schemas/upload-crm-schema-field.ts";

const crm = inArea("CRM");

const integrationOutOfUse = "An `integrationId` that is not in use answers 400 with a sentence of Tamtam's own.";

export const crmOperations: readonly Operation[] = [
  crm.served("getCrmObjects", "GET /v2/crm/entities", "api:crm:get-objects", {
    query: ["integrationId", "objectType", "objectsCrmIds"],
    body: "json",
    wholeBody: "objectIds",
    bodyOrQuery: "objectsCrmIds",
    request: getCrmObjectsRequest,
    differences: [
      "The ids are taken from the query too, where the document shows them, if the request has no body.",
      integrationOutOfUse,
    ],
  }),
  crm.served("uploadCrmData", "POST /v2/crm/entities", "api:crm:upload", {
    query: ["integrationId", "objectType", "clientRequestId"],
    file: "dataFile",
    status: 201,
    request: uploadCrmDataRequest,
    differences: [
      "An object is replaced as a whole: a field that is not sent has no value then. What it was before stays known for `TimeOfCall`.",
      "Underscores in an `objectId` are taken, as in the document's examples.",
      "A file of more than 200 MB answers 413.",
      integrationOutOfUse,
    ],
  }),
  crm.served("listCrmSchemaFields", "GET /v2/crm/entity-schema", "api:crm:schema", {
    query: ["integrationId", "objectType"],
    request: listCrmSchemaFieldsRequest,
    differences: [integrationOutOfUse],
  }),
  crm.served("uploadCrmSchemaField", "POST /v2/crm/entity-schema", "api:crm:schema", {
    query: ["integrationId", "objectType"],
    body: "json",
    wholeBody: "body",
    request: uploadCrmSchemaFieldRequest,
    differences: [integrationOutOfUse],
  }),
  crm.served("deleteGenericCrmIntegration", "DELETE /v2/crm/integrations", "api:crm:integration:delete", {
    query: ["integrationId", "clientRequestId"],
    status: 201,
    request: deleteGenericCrmIntegrationRequest,
    differences: [
      "The integration is out of use at once, and another can be registered while its objects are still being deleted.",
      integrationOutOfUse,
    ],
  }),
  crm.served("listGenericCrmIntegration", "GET /v2/crm/integrations", "api:crm:integrations:read", {
    request: listGenericCrmIntegrationRequest,
  }),
  crm.served("registerGenericCrmIntegration", "PUT /v2/crm/integrations", "api:crm:integration:register", {
    body: "json",
    request: registerGenericCrmIntegrationRequest,
  }),
  crm.served("getRequestStatus", "GET /v2/crm/request-status", "api:crm:upload", {
    query: ["integrationId", "clientRequestId"],
    request: getRequestStatusRequest,
    differences: ["A `clientRequestId` that was never sent answers 400 with a sentence of Tamtam's own."],
  }),
];
