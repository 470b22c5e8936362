import type { StandardSchemaWithJSON, ToolAnnotations } from "@modelcontextprotocol/server";
import { type JsonSchema, parametersSchema, resultSchema } from "../../connection/action-schema.ts";
import type { AnyAction } from "../../connection/define-action.ts";

/** An action as MCP describes a tool. */
export interface ToolDefinition {
  readonly action: AnyAction;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: StandardSchemaWithJSON;
  readonly outputSchema: StandardSchemaWithJSON;
  readonly annotations: ToolAnnotations;
}

export function toolOfAction(action: AnyAction): ToolDefinition {
  const { isReadOnly, isIdempotent, isDestructive, reachesOut } = action.annotations;
  return {
    action,
    title: titleOf(action.name),
    description: `${action.summary}. ${action.description}`,
    inputSchema: asDescribed(parametersSchema(action)),
    outputSchema: asDescribed(open(resultSchema(action))),
    annotations: {
      readOnlyHint: isReadOnly,
      destructiveHint: isDestructive,
      idempotentHint: isIdempotent,
      openWorldHint: reachesOut,
    },
  };
}

/** `search-calls` → `Search calls` */
function titleOf(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1).replaceAll("-", " ");
}

/**
 * A schema that is shown and takes every value. The action reads its own parameters, in more spellings than a schema can say, and names all
 * that is wrong with them at once; what it answers is right by its type.
 */
function asDescribed(schema: JsonSchema): StandardSchemaWithJSON {
  return {
    "~standard": {
      version: 1,
      vendor: "tamtam",
      validate: (value) => ({ value }),
      jsonSchema: { input: () => schema, output: () => schema },
    },
  };
}

/** Another Tamtam server that answers on a connection may be newer, and clients refuse what a closed schema does not name. */
function open(schema: JsonSchema): JsonSchema {
  const members = Object.entries(schema).filter(([key]) => key !== "additionalProperties");
  return Object.fromEntries(members.map(([key, value]) => [key, openInside(value)]));
}

function openInside(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(openInside);
  return typeof value === "object" && value !== null ? open(value as JsonSchema) : value; // an object has members by name
}
