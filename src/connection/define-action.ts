import type { z } from "zod";
import type { InputProblem } from "../calls/errors.ts";
import type { Backend } from "./backend.ts";

/** Facts about an action that a person or an agent wants to know before running it. */
export interface ActionAnnotations {
  readonly isReadOnly: boolean;
  /** Running it twice with the same parameters does no more than running it once. */
  readonly isIdempotent: boolean;
  /** It takes away or writes over something that was there, rather than only adding. */
  readonly isDestructive: boolean;
  /** It fetches from a place of the caller's choice, such as any web server. */
  readonly reachesOut: boolean;
}

/** One thing a connection can do. Everything that a surface shows or parses is derived from this object. */
export interface Action<Shape extends z.ZodRawShape = z.ZodRawShape, Result = unknown> {
  /** As people type it: `add-call`. */
  readonly name: string;
  /** One line. */
  readonly summary: string;
  readonly description: string;
  /** Kebab-case names as on the spec's page; every parameter is described and takes its value as JSON or as text. */
  readonly parameters: z.ZodObject<Shape>;
  readonly result: z.ZodType<Result>;
  readonly annotations: ActionAnnotations;
  /** Gong's scopes that a key needs to run it; one that names none is for keys that may do everything. */
  readonly scopes?: readonly string[] | undefined;
  /** A command text that works, for help and documentation. */
  readonly example: string;
  /** What must hold between parameters; given those that are right on their own, it names every further problem. */
  readonly check?: (parameters: Partial<z.infer<z.ZodObject<Shape>>>) => readonly InputProblem[];
  readonly run: (backend: Backend, parameters: z.infer<z.ZodObject<Shape>>) => Promise<Result>;
}

/** An action whose own types do not matter to who holds it: surfaces give it parsed parameters and get JSON. */
export interface AnyAction extends Omit<Action, "check" | "run" | "parameters" | "result"> {
  readonly parameters: z.ZodObject;
  readonly result: z.ZodType;
  check(parameters: Record<string, unknown>): readonly InputProblem[];
  run(backend: Backend, parameters: Record<string, unknown>): Promise<unknown>;
}

/** Checks the definition's types against each other and forgets them. */
export function defineAction<Shape extends z.ZodRawShape, Result>(action: Action<Shape, Result>): AnyAction {
  type Parameters = z.infer<z.ZodObject<Shape>>;
  return {
    ...action,
    // Both casts hold because `parseParameters` is the only maker of such values, out of `action.parameters`.
    check: (parameters) => action.check?.(parameters as Partial<Parameters>) ?? [],
    run: (backend, parameters) => action.run(backend, parameters as Parameters),
  };
}
