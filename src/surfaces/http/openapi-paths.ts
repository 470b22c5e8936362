import type { AnyAction } from "../../connection/define-action.ts";
import { CONNECTION_HEADER } from "./action-route.ts";
import { exampleParameters, schemaName } from "./openapi-actions.ts";

const refused = { $ref: "#/components/responses/Refused" };
const connectionDescription = "Which connection; the embedded engine's by default";

export function actionPaths(actions: readonly AnyAction[]): Record<string, object> {
  return Object.fromEntries(actions.map((action) => [`/connection/actions/${action.name}`, actionPath(action)]));
}

function actionPath(action: AnyAction): object {
  const name = schemaName(action);
  const isBodyRequired = Object.values(action.parameters.shape).some(
    (parameter) => !parameter.safeParse(undefined).success,
  );
  return {
    post: {
      operationId: action.name,
      tags: ["actions"],
      summary: action.summary,
      description: action.description,
      parameters: [
        { name: "connection", in: "query", schema: { type: "string" }, description: connectionDescription },
        { name: CONNECTION_HEADER, in: "header", schema: { type: "string" }, description: connectionDescription },
      ],
      requestBody: {
        required: isBodyRequired,
        content: {
          "application/json": {
            schema: { $ref: `#/components/schemas/${name}Parameters` },
            example: exampleParameters(action),
          },
        },
      },
      responses: {
        200: jsonAnswer("The action's answer", { $ref: `#/components/schemas/${name}Result` }),
        default: refused,
      },
    },
  };
}

export function commandPath(actions: readonly AnyAction[]): object {
  const examples = actions.map((action) => [action.name, { summary: action.summary, value: action.example }]);
  const results = actions.map((action) => ({ $ref: `#/components/schemas/${schemaName(action)}Result` }));
  return {
    post: {
      operationId: "run-command",
      tags: ["command"],
      summary: "Run command text",
      description:
        "One command answers its action's JSON; several answer an array, in order. They run one after the other and " +
        "stop at the first that fails; the error then says which one, and what those before it answered.",
      requestBody: {
        required: true,
        content: { "text/plain": { schema: { type: "string" }, examples: Object.fromEntries(examples) } },
      },
      responses: {
        200: jsonAnswer("The answer, or the array of answers", {
          anyOf: [...results, { type: "array", items: { anyOf: results } }],
        }),
        default: refused,
      },
    },
  };
}

export function mediaPath(kind: "audio" | "video"): object {
  const recording = { "*/*": { schema: { type: "string", format: "binary" } } };
  return {
    get: {
      operationId: `get-${kind}`,
      tags: ["media"],
      summary: kind === "audio" ? "The recording of a call" : "The recording of a call that has a picture",
      security: [{ signedLink: [] }, { accessKey: [] }],
      parameters: [
        { name: "callId", in: "path", required: true, schema: { type: "string", pattern: "^[0-9]{1,19}$" } },
        { name: "expires", in: "query", schema: { type: "string" }, description: "As in the media link" },
        {
          name: "Range",
          in: "header",
          schema: { type: "string" },
          description: "One range of bytes",
          example: "bytes=0-1023",
        },
        { name: "If-Range", in: "header", schema: { type: "string" }, description: "The ETag the range belongs to" },
      ],
      responses: {
        200: { description: "The whole recording", content: recording },
        206: { description: "The bytes asked for", content: recording },
        default: refused,
      },
    },
  };
}

export function healthPath(): object {
  const schema = {
    type: "object",
    properties: { status: { const: "ok" }, version: { type: "string" } },
    required: ["status", "version"],
  };
  return {
    get: {
      operationId: "get-health",
      tags: ["server"],
      summary: "Whether the server answers",
      security: [],
      responses: { 200: jsonAnswer("It does", schema) },
    },
  };
}

function jsonAnswer(description: string, schema: object): object {
  return { description, content: { "application/json": { schema } } };
}
