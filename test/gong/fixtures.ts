import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { GongRequest } from "./gong-server.ts";

/** One exchange, written by hand: `fixtures/<operation-id>/<anything>.json`. */
export interface Fixture {
  readonly operationId: string;
  /** What the server does, as a sentence. */
  readonly does: string;
  /** Sent one after the other before, their answers not looked at. */
  readonly before?: readonly GongRequest[];
  readonly request: GongRequest;
  /** The body without its `requestId`; `"<any text>"` stands for any text, `"<any number>"` for any number. */
  readonly answer: { readonly status: number; readonly body: Readonly<Record<string, unknown>> };
}

const folder = fileURLToPath(new URL("fixtures/", import.meta.url));

export function readFixtures(): readonly Fixture[] {
  return readdirSync(folder).flatMap((operationId) =>
    readdirSync(join(folder, operationId)).map((file) => {
      const text = readFileSync(join(folder, operationId, file), "utf8");
      return { operationId, ...(JSON.parse(text) as Omit<Fixture, "operationId">) }; // ours, and each is replayed
    }),
  );
}
