import {
  type CallToolResult,
  Client,
  type ClientOptions,
  InMemoryTransport,
  StreamableHTTPClientTransport,
} from "@modelcontextprotocol/client";
import { actions } from "../../src/connection/actions.ts";
import type { AnyAction } from "../../src/connection/define-action.ts";
import { toolOfAction } from "../../src/surfaces/mcp/tool-of-action.ts";
import { createMcpServer, type McpServerParts } from "../../src/surfaces/mcp/mcp-server.ts";

const info = { name: "test", version: "1" };

/** The official client, with a server of this process. */
export async function connectInMemory({
  actions: own = actions,
  ...parts
}: Omit<McpServerParts, "version" | "tools"> & {
  readonly actions?: readonly AnyAction[] | undefined;
}): Promise<Client> {
  const [near, far] = InMemoryTransport.createLinkedPair();
  await createMcpServer({ version: "1.2.3", tools: own.map(toolOfAction), ...parts }).connect(far);
  const client = new Client(info);
  await client.connect(near);
  return client;
}

export interface HttpClientOptions {
  readonly headers: Record<string, string>;
  /** `legacy` speaks the revisions of 2025, `auto` the newest that both know. */
  readonly mode?: "legacy" | "auto" | undefined;
  /** In the place of the network. */
  readonly fetch?: typeof fetch | undefined;
}

/** The official client, over Streamable HTTP. */
export async function connectOverHttp(
  url: string,
  { headers, mode = "legacy", fetch: send }: HttpClientOptions,
): Promise<Client> {
  const options: ClientOptions = { versionNegotiation: { mode } };
  const client = new Client(info, options);
  const transport = new StreamableHTTPClientTransport(new URL(url), {
    requestInit: { headers },
    ...(send && { fetch: (address, init) => send(address, init) }),
  });
  await client.connect(transport);
  return client;
}

/** What the model is given to read. */
export function textOf({ content }: CallToolResult): string {
  return content.map((block) => (block.type === "text" ? block.text : `(${block.type})`)).join("\n");
}
