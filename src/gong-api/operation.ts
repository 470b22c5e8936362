import type { z } from "zod";
import type { GongApi } from "./gong-api.ts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** Where an operation's request is found, besides its path. What is not named here is not read. */
export interface RequestParts {
  /** Names of query parameters. */
  readonly query?: readonly string[];
  /** A JSON body. Its members, the query's and the path's make one request. */
  readonly body?: "json";
  /** The member of the request that the whole body is, where that is no object. */
  readonly wholeBody?: string;
  /** Whether a request without a body, and without this query parameter, is refused. Gong: 415. */
  readonly bodyOrQuery?: string;
  /** Name of the part of a multipart body that carries a file, handed over as `file` while it arrives. */
  readonly file?: string;
  /** Status of a success; 200 unless said. */
  readonly status?: 201 | 202;
}

interface OperationRow {
  /** Gong's `operationId`. */
  readonly id: string;
  /** Gong's name for the part of the API it belongs to. */
  readonly area: string;
  readonly method: Method;
  /** With parameters in braces. */
  readonly path: string;
  /** What an app that comes with a bearer token must have been granted; Gong names none for permission profiles. */
  readonly scope: string | null;
  readonly parts: RequestParts;
}

export interface ServedOperation extends OperationRow {
  readonly support: "served";
  readonly id: keyof GongApi;
  readonly request: z.ZodType;
  /** What a request needs beside the operation's own scope, by what it asks for. */
  readonly furtherScopes: (request: unknown) => readonly string[];
  /** Where the answer differs from Gong's on purpose; one sentence each. */
  readonly differences: readonly string[];
}

/** Of a part of Gong that Tamtam has data for, and not answered by this version. */
export interface UnservedOperation extends OperationRow {
  readonly support: "not-yet";
}

/** Of a part of Gong that Tamtam does not have. */
export interface RefusedOperation extends OperationRow {
  readonly support: "refused";
  /** That part, as a sentence names it. */
  readonly product: string;
}

export type Operation = ServedOperation | UnservedOperation | RefusedOperation;

/** `GET /v2/calls/{id}` */
type Route = `${Method} /v2/${string}`;

function split(route: Route): Pick<Operation, "method" | "path"> {
  const [method, path] = route.split(" ") as [Method, string]; // the type of a route says so
  return { method, path };
}

interface ServedRow<Schema extends z.ZodType> extends RequestParts {
  readonly request: Schema;
  readonly furtherScopes?: (request: z.output<Schema>) => readonly string[];
  readonly differences?: readonly string[];
}

/** What the rows of one area have in common, so that a row says only what is its own. */
export function inArea(area: string) {
  return {
    served: <Schema extends z.ZodType>(
      id: keyof GongApi,
      route: Route,
      scope: string | null,
      given: ServedRow<Schema>,
    ): ServedOperation => {
      const { request, furtherScopes, differences = [], ...parts } = given;
      return {
        id,
        area,
        ...split(route),
        scope,
        parts,
        support: "served",
        request,
        furtherScopes: (made) => furtherScopes?.(made as z.output<Schema>) ?? [], // made by the row's schema
        differences,
      };
    },
    notYet: (id: string, route: Route, scope: string | null): UnservedOperation => ({
      id,
      area,
      ...split(route),
      scope,
      parts: {},
      support: "not-yet",
    }),
    refused: (id: string, route: Route, scope: string | null, product: string): RefusedOperation => ({
      id,
      area,
      ...split(route),
      scope,
      parts: {},
      support: "refused",
      product,
    }),
  };
}

/** `listCalls (GET /v2/calls)` */
export function operationName({ id, method, path }: Operation): string {
  return `${id} (${method} ${path})`;
}
