import type { SeededServer } from "./seeded-server.ts";

/** A call as the server's other face, the connection, shows it: what the answers on Gong's paths are held against. */
export interface ShownCall {
  readonly callId: string;
  readonly title: string;
  readonly actualStart: string;
  readonly duration: number;
  readonly workspaceId: string;
  readonly primaryUser: { readonly userId: string; readonly emailAddress: string };
  readonly parties: readonly {
    readonly name: string;
    readonly emailAddress?: string;
    readonly affiliation: string;
  }[];
  readonly transcript?: { readonly sentences: readonly { readonly text: string }[] };
}

interface SearchAnswer {
  readonly calls: readonly ShownCall[];
  readonly pagination: { readonly cursor?: string };
}

/** Every call, newest first. */
export async function readShownCalls({ server }: SeededServer): Promise<readonly ShownCall[]> {
  const calls: ShownCall[] = [];
  let cursor: string | undefined;
  do {
    const page: SearchAnswer = await server.action("search-calls", { "page-size": 100, ...(cursor && { cursor }) });
    calls.push(...page.calls);
    cursor = page.pagination.cursor;
  } while (cursor !== undefined);
  return calls;
}

/** A call with all that was said. */
export function readShownCall({ server }: SeededServer, callId: string): Promise<ShownCall> {
  return server.action<ShownCall & Record<string, unknown>>("get-call", {
    "call-id": callId,
    "include-transcript": true,
  });
}

/** A call with so many people that there is much to show. */
export function crowdedCall(calls: readonly ShownCall[]): ShownCall {
  const found = calls.find(({ parties }) => parties.length >= 3);
  if (found === undefined) throw new Error("No seeded call has three parties");
  return found;
}
