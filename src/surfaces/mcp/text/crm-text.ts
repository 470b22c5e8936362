import type { CallAnswer } from "../../../connection/call-answer.ts";
import { listed } from "./listed.ts";
import { named, quoted } from "./quoted.ts";

const MOST_OBJECTS = 20;
const VALUE_CHARACTERS = 200;

type CrmObject = NonNullable<CallAnswer["context"]>[number]["objects"][number];

/** The objects of a CRM that the call is linked to, with those of their fields that were asked for. */
export function crmLines({ context = [] }: CallAnswer): string[] {
  const lines = context.flatMap(({ system, objects }) =>
    objects.map((object) => `${named(system)} ${objectText(object)}`),
  );
  return lines.length === 0 ? [] : ["CRM:", ...listed(lines, MOST_OBJECTS, (line) => line)];
}

function objectText({ objectType, objectId, fields = [] }: CrmObject): string {
  const values = fields.map(({ name, value }) => `${named(name)} ${quoted(textOf(value), VALUE_CHARACTERS)}`);
  return [`${named(objectType)} ${named(objectId)}`, ...values].join(", ");
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}
