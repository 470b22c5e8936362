import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

/** The client made from an OpenAPI document, and the official MCP client to speak to it, are installed beside this file; see CONTRIBUTING.md. */
const folder = new URL("openapi-mcp/", import.meta.url);
const require = createRequire(new URL("package.json", folder));
const PROGRAM = "node_modules/@ivotoby/openapi-mcp-server/bin/mcp-server.js";

export interface ToolAnswer {
  /** An answer of the server's as a value; the client's own sentence where it was refused. */
  readonly said: unknown;
  readonly isError: boolean;
}

/** As much of the MCP client as is used here. */
interface McpClient {
  connect(transport: unknown): Promise<void>;
  listTools(): Promise<{ readonly tools: readonly { readonly name: string }[] }>;
  callTool(call: {
    readonly name: string;
    readonly arguments: object;
  }): Promise<{ readonly content: readonly [{ readonly text: string }]; readonly isError?: boolean }>;
  close(): Promise<void>;
}

export interface OpenApiClientOptions {
  readonly document: string;
  readonly baseUrl: string;
  readonly authorization: string;
}

/** A program that reads an OpenAPI document and offers each of its operations as an MCP tool. */
export class OpenApiClient implements AsyncDisposable {
  /** By the operation's id in lower case, letters and digits only. */
  readonly #toolNames: ReadonlyMap<string, string>;
  readonly #client: McpClient;

  private constructor(client: McpClient, names: readonly string[]) {
    this.#client = client;
    this.#toolNames = new Map(names.map((name) => [plain(name), name]));
  }

  static async start({ document, baseUrl, authorization }: OpenApiClientOptions): Promise<OpenApiClient> {
    const { Client } = require("@modelcontextprotocol/sdk/client/index.js") as {
      Client: new (given: object) => McpClient;
    }; // its declarations say so
    const { StdioClientTransport } = require("@modelcontextprotocol/sdk/client/stdio.js") as {
      StdioClientTransport: new (given: object) => unknown; // the same
    };
    const settings = { "api-base-url": baseUrl, "openapi-spec": document, headers: `Authorization:${authorization}` };
    const quiet = { "disable-abbreviation": "true", verbose: "false" };
    const args = Object.entries({ ...settings, ...quiet }).flatMap(([name, value]) => [`--${name}`, value]);
    const client = new Client({ name: "tamtam-tests", version: "1" });
    const program = fileURLToPath(new URL(PROGRAM, folder));
    await client.connect(new StdioClientTransport({ command: process.execPath, args: [program, ...args] }));
    const { tools } = await client.listTools();
    return new OpenApiClient(
      client,
      tools.map(({ name }) => name),
    );
  }

  get toolCount(): number {
    return this.#toolNames.size;
  }

  async call(operationId: string, given: object): Promise<ToolAnswer> {
    const name = this.#toolNames.get(plain(operationId));
    if (name === undefined) throw new Error(`The client made no tool of ${operationId}`);
    const { content, isError = false } = await this.#client.callTool({ name, arguments: given });
    const { text } = content[0];
    return { said: isError ? text : JSON.parse(text), isError };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#client.close();
  }
}

/** `listUsers_1` and `list-users-1` are the same operation. */
function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
}
