import { z } from "zod";
import type { AnyAction } from "../../../connection/define-action.ts";

/** What help and completion say of a parameter; all of it read off its schema. */
export interface ParameterFacts {
  readonly name: string;
  readonly description: string;
  readonly isRequired: boolean;
  readonly isFlag: boolean;
  /** The words it can be, where they are few. */
  readonly words: readonly string[];
  readonly defaultValue: unknown;
}

const described = z.object({
  type: z.string().optional(),
  enum: z.array(z.string()).optional(),
  default: z.unknown().optional(),
});

export function parameterFacts(action: AnyAction): ParameterFacts[] {
  return Object.entries(action.parameters.shape).map(([name, schema]) => {
    const facts = describe(schema);
    return {
      name,
      description: z.globalRegistry.get(schema)?.description ?? "",
      isRequired: !z.safeParse(schema, undefined).success,
      isFlag: facts.type === "boolean",
      words: facts.enum ?? [],
      defaultValue: facts.default,
    };
  });
}

/** Whether a parameter is yes or no. */
export function isFlag(schema: z.core.$ZodType): boolean {
  return describe(schema).type === "boolean";
}

function describe(schema: z.core.$ZodType): z.infer<typeof described> {
  return described.parse(z.toJSONSchema(schema, { io: "output", unrepresentable: "any" }));
}
