import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** n8n and its nodes are installed beside this file; see CONTRIBUTING.md. */
const require = createRequire(new URL("n8n/package.json", import.meta.url));

export type Json = Readonly<Record<string, unknown>>;
export type CredentialType = "gongApi" | "gongOAuth2Api";

/** A choice of a list picker. */
export interface Choice {
  readonly name: string;
  readonly value: string;
}

export interface Choices {
  readonly results: readonly Choice[];
  readonly paginationToken?: string;
}

/** As much of n8n as is used here. Its packages have types, but only where they are installed. */
interface NodeType {
  readonly methods: { readonly listSearch: Readonly<Record<string, ListSearch>> };
}
type ListSearch = (this: LoadOptionsContext, filter?: string, paginationToken?: string) => Promise<Choices>;
interface LoadOptionsContext {
  readonly helpers: {
    httpRequestWithAuthentication(this: LoadOptionsContext, type: CredentialType, request: Json): Promise<unknown>;
  };
}
interface CredentialDescription {
  readonly authenticate: { readonly properties: { readonly auth: Readonly<Record<string, string>> } };
  readonly test: { readonly request: Readonly<Record<"baseURL" | "url", string>> };
}
interface OAuthDescription {
  readonly properties: readonly { readonly name: string; readonly default: string }[];
}
interface Workflow {
  readonly expression: { getSimpleParameterValue(node: Json, text: string, mode: "internal", keys: Json): unknown };
}
interface WorkflowRun {
  readonly data: {
    readonly resultData: {
      readonly error?: Error;
      readonly runData: Readonly<Record<string, readonly { readonly data: { readonly main: readonly Item[][] } }[]>>;
    };
  };
}
interface Item {
  readonly json: Json;
}
interface N8nCore {
  readonly WorkflowExecute: new (data: Json, mode: "manual") => { run(given: Json): Promise<WorkflowRun> };
  readonly LoadOptionsContext: new (flow: Workflow, node: Json, data: Json, path: string) => LoadOptionsContext;
  readonly ExecutionLifecycleHooks: new (mode: "manual", executionId: string, workflow: Json) => unknown;
}
interface N8nWorkflow {
  readonly Workflow: new (given: Json) => Workflow;
}

/** n8n's engine with its own Gong node and a manual trigger, and what an n8n server would keep for them: the credentials. */
export class N8n implements AsyncDisposable {
  readonly #folder: string;
  readonly #core: N8nCore;
  readonly #workflow: N8nWorkflow["Workflow"];
  readonly #nodes: Readonly<Record<string, NodeType>>;
  readonly #gongApi: CredentialDescription;
  /** By type, as n8n decrypts them. n8n writes new OAuth tokens back. */
  readonly #credentials: Record<CredentialType, Json>;

  private constructor(folder: string, credentials: Record<CredentialType, Json>) {
    this.#folder = folder;
    this.#credentials = credentials;
    this.#core = require("n8n-core") as N8nCore; // n8n's own declarations say so
    this.#workflow = (require("n8n-workflow") as N8nWorkflow).Workflow; // the same
    this.#nodes = {
      gong: makeOf("nodes/Gong/Gong.node.js", "Gong"),
      manualTrigger: makeOf("nodes/ManualTrigger/ManualTrigger.node.js", "ManualTrigger"),
    };
    this.#gongApi = makeOf("credentials/GongApi.credentials.js", "GongApi");
  }

  static async open(credentials: Record<CredentialType, Json>): Promise<N8n> {
    const folder = await mkdtemp(join(tmpdir(), "tamtam-n8n-"));
    // n8n keeps a key of its own there as soon as it is loaded, in the home folder unless told otherwise.
    process.env["N8N_USER_FOLDER"] = folder;
    return new N8n(folder, credentials);
  }

  /** What n8n asks to be allowed, as its credential says. */
  static oauthScope(): string {
    const { properties } = makeOf<OAuthDescription>("credentials/GongOAuth2Api.credentials.js", "GongOAuth2Api");
    return properties.find(({ name }) => name === "scope")?.default ?? "";
  }

  credential(type: CredentialType): Json {
    return this.#credentials[type];
  }

  /** Runs a workflow of a trigger and the Gong node. @returns the node's items */
  async run(parameters: Json, type: CredentialType = "gongApi"): Promise<readonly Json[]> {
    const trigger = { id: "1", name: "Start", type: "manualTrigger", typeVersion: 1, position: [0, 0], parameters: {} };
    const node = gongNode(parameters, type);
    const connections = { Start: { main: [[{ node: node.name, type: "main", index: 0 }]] } };
    const workflow = this.#makeWorkflow([trigger, node], connections);
    const { resultData } = (await new this.#core.WorkflowExecute(this.#data(), "manual").run({ workflow })).data;
    if (resultData.error) throw resultData.error;
    const [run] = resultData.runData[node.name] ?? [];
    return (run?.data.main[0] ?? []).map(({ json }) => json);
  }

  /** What a list picker of the node offers. */
  async choices(
    picker: "getCalls" | "getUsers",
    given: { filter?: string | undefined; token?: string | undefined } = {},
    type?: CredentialType,
  ) {
    const search = this.#nodes["gong"]?.methods.listSearch[picker];
    if (search === undefined) throw new Error(`n8n's Gong node has no list ${picker}`);
    return search.call(this.#optionsContext(type), given.filter, given.token);
  }

  /** What n8n does when somebody saves the credential. */
  async testCredential(): Promise<unknown> {
    const { baseURL, url } = this.#gongApi.test.request;
    const request = { baseURL: this.#resolve(baseURL, gongNode({}, "gongApi"), this.#credentials.gongApi), url };
    const context = this.#optionsContext();
    return context.helpers.httpRequestWithAuthentication.call(context, "gongApi", request);
  }

  #optionsContext(type: CredentialType = "gongApi"): LoadOptionsContext {
    const node = gongNode({}, type);
    return new this.#core.LoadOptionsContext(this.#makeWorkflow([node], {}), node, this.#data(), "");
  }

  #makeWorkflow(nodes: readonly Json[], connections: Json): Workflow {
    const byName = (name: string) => this.#nodes[name];
    const nodeTypes = { getByName: byName, getByNameAndVersion: byName, getKnownTypes: () => ({}) };
    return new this.#workflow({
      id: "1",
      nodes,
      connections,
      active: false,
      nodeTypes,
      settings: { executionOrder: "v1" },
    });
  }

  #data(): Json {
    const url = "http://n8n.invalid";
    return {
      credentialsHelper: this.#credentialsHelper(),
      hooks: new this.#core.ExecutionLifecycleHooks("manual", "1", { id: "1", nodes: [], connections: {} }),
      executionId: "1",
      currentNodeExecutionIndex: 0,
      variables: {},
      restApiUrl: url,
      webhookBaseUrl: url,
      webhookWaitingBaseUrl: url,
      formWaitingBaseUrl: url,
    };
  }

  #credentialsHelper(): Json {
    return {
      getParentTypes: (type: CredentialType) => (type === "gongOAuth2Api" ? ["oAuth2Api"] : []),
      isCredentialUsableByNode: () => true,
      getCredentialsProperties: () => [],
      preAuthentication: async () => undefined,
      runPreAuthentication: async () => undefined,
      getDecrypted: async (_data: unknown, _details: unknown, type: CredentialType) => ({ ...this.#credentials[type] }),
      updateCredentialsOauthTokenData: async (_details: unknown, type: CredentialType, changed: Json) => {
        this.#credentials[type] = changed;
      },
      /** As the credential's own description has it. */
      authenticate: async (credentials: Json, _type: string, request: Json, _workflow: Workflow, node: Json) => {
        const fields = Object.entries(this.#gongApi.authenticate.properties.auth);
        return {
          ...request,
          auth: Object.fromEntries(fields.map(([name, text]) => [name, this.#resolve(text, node, credentials)])),
        };
      },
    };
  }

  #resolve(text: string, node: Json, credentials: Json): unknown {
    const { expression } = this.#makeWorkflow([node], {});
    return expression.getSimpleParameterValue(node, text, "internal", { $credentials: credentials });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    delete process.env["N8N_USER_FOLDER"];
    await rm(this.#folder, { recursive: true, force: true });
  }
}

function gongNode(parameters: Json, type: CredentialType) {
  const authentication = type === "gongApi" ? "accessToken" : "oAuth2";
  return {
    id: "2",
    name: "Gong",
    type: "gong",
    typeVersion: 1,
    position: [0, 0],
    parameters: { authentication, ...parameters },
    credentials: { [type]: { id: "1", name: "The server" } },
  };
}

function makeOf<T>(file: string, name: string): T {
  const module = require(`n8n-nodes-base/dist/${file}`) as Record<string, new () => T>; // n8n's files each export one class
  const Class = module[name];
  if (Class === undefined) throw new Error(`${file} of n8n-nodes-base has no ${name}`);
  return new Class();
}
