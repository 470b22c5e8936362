import { z } from "zod";
import { type TamtamOperation, tamtamOperations } from "../../gong-api/tamtam/tamtam-operations.ts";

interface ObjectSchema {
  readonly properties?: Readonly<Record<string, object>>;
  readonly required?: readonly string[];
}

/** The operations under `/tamtam/v1`, made from their table. */
export function tamtamPaths(): Record<string, object> {
  const byPath = Map.groupBy(tamtamOperations, ({ path }) => path);
  return Object.fromEntries(
    [...byPath].map(([path, rows]) => [
      path,
      Object.fromEntries(rows.map((row) => [row.method.toLowerCase(), describeOperation(row)])),
    ]),
  );
}

function describeOperation(operation: TamtamOperation): object {
  const { id, path, parts } = operation;
  const schema = requestSchema(operation);
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  const inQuery = parts.query ?? [];
  return {
    operationId: id,
    tags: ["tamtam"],
    summary: sentenceOf(id),
    parameters: [
      ...inPath.map((name) => parameter("path", name, schema)),
      ...inQuery.map((name) => parameter("query", name, schema)),
    ],
    ...(parts.body === "json" && { requestBody: jsonBody(without(schema, [...inPath, ...inQuery])) }),
    responses: {
      [parts.status ?? 200]: { description: "Done", content: { "application/json": { schema: { type: "object" } } } },
      default: { $ref: "#/components/responses/Refused" },
    },
  };
}

/** Path, query and body make one request. */
function requestSchema({ request }: TamtamOperation): ObjectSchema {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(request, { io: "input", unrepresentable: "any" });
  return schema as ObjectSchema; // a request is an object
}

function parameter(place: "path" | "query", name: string, { properties = {}, required = [] }: ObjectSchema): object {
  return {
    name,
    in: place,
    required: place === "path" || required.includes(name),
    schema: properties[name] ?? { type: "string" },
  };
}

function jsonBody(schema: ObjectSchema): object {
  const isRequired = (schema.required ?? []).length > 0;
  return { required: isRequired, content: { "application/json": { schema } } };
}

function without({ properties = {}, required = [], ...schema }: ObjectSchema, names: readonly string[]): ObjectSchema {
  const kept = Object.entries(properties).filter(([name]) => !names.includes(name));
  const stillRequired = required.filter((name) => !names.includes(name));
  return {
    ...schema,
    properties: Object.fromEntries(kept),
    ...(stillRequired.length > 0 && { required: stillRequired }),
  };
}

/** `createUser` → `Create user` */
function sentenceOf(id: string): string {
  const words = id.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
