import { z } from "zod";
import { describedType, integrationId } from "./crm-request-fields.ts";

/** Gong: of more, the first. */
const MAX_OBJECTS = 100;

const ids = z
  .array(z.string(), { error: "must be an array of ids" })
  .transform((given) => [...new Set(given)].slice(0, MAX_OBJECTS));

/** `GET /v2/crm/entities`: the query, and the body, which is an array of ids. Gong: the document shows them in the query. */
export const getCrmObjectsRequest = z
  .object({
    integrationId,
    objectType: describedType,
    body: ids.optional(),
    objectsCrmIds: z.union([z.string().transform((id) => [id]), ids]).optional(),
  })
  .refine(({ body, objectsCrmIds }) => body !== undefined || objectsCrmIds !== undefined, {
    path: ["body"],
    error: "must not be null",
  })
  .transform(({ body, objectsCrmIds, ...request }) => ({ ...request, objectIds: body ?? objectsCrmIds ?? [] }));
export type GetCrmObjectsRequest = z.infer<typeof getCrmObjectsRequest>;

export interface GetCrmObjectsResponse {
  /** The values by the fields' names; `null` for an object that is not there. */
  readonly crmObjectsMap: Readonly<Record<string, Readonly<Record<string, unknown>> | null>>;
}
