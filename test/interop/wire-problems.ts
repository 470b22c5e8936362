import { operations } from "../../src/gong-api/operations.ts";
import type { Operation } from "../../src/gong-api/operation.ts";
import type { GongDocument } from "../gong/openapi-validator.ts";
import type { Exchange } from "./recording-relay.ts";

/** The operation that a request went to: `/v2/calls/extensive` is not `/v2/calls/{id}`. */
export function operationOf({ method, path }: Pick<Exchange, "method" | "path">): Operation | undefined {
  const fitting = operations.filter(
    (row) => row.method === method && new RegExp(`^${row.path.replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(path),
  );
  return fitting.find((row) => row.path === path) ?? fitting[0];
}

/** What in these exchanges is not as Gong's document has it, or is no error of Gong's. */
export function wireProblems(exchanges: readonly Exchange[], document: GongDocument | undefined): readonly string[] {
  return exchanges.flatMap((exchange) => {
    const operation = operationOf(exchange);
    const name = `${exchange.method} ${exchange.path} ${exchange.status}`;
    if (operation === undefined) return [`${name}: is no operation of Gong's`];
    return problemsOf(exchange, operation.id, document).map((problem) => `${name}: ${problem}`);
  });
}

function problemsOf({ status, answer }: Exchange, operationId: string, document: GongDocument | undefined) {
  if (status < 300) return document?.problems(operationId, status, answer) ?? [];
  return isGongError(answer) ? [] : [`is no error of Gong's: ${JSON.stringify(answer)}`];
}

/** `{"requestId": "…", "errors": ["…"]}`, at least one sentence, and nothing else. */
function isGongError(answer: unknown): boolean {
  const { requestId, errors, ...others } = Object(answer) as Record<string, unknown>; // any value has members, or none
  const isList = Array.isArray(errors) && errors.length > 0 && errors.every((error) => typeof error === "string");
  return typeof requestId === "string" && isList && Object.keys(others).length === 0;
}
