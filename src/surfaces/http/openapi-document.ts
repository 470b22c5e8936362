import { actions } from "../../connection/actions.ts";
import { actionSchemas } from "./openapi-actions.ts";
import { oauthPaths } from "./openapi-oauth.ts";
import { actionPaths, commandPath, healthPath, mediaPath } from "./openapi-paths.ts";
import { tamtamPaths } from "./openapi-tamtam.ts";
import { errorStatuses } from "./error-statuses.ts";

const requestId = {
  type: "string",
  description: "Also in the X-Request-Id header; names the request in the server's log",
};

const problem = {
  type: "object",
  properties: {
    parameter: { type: "string", description: "As the caller spelled it" },
    message: { type: "string", description: "What is wrong with it, its value, and the mend" },
  },
  required: ["parameter", "message"],
};

const errorBody = {
  type: "object",
  properties: {
    error: {
      type: "object",
      properties: {
        code: { type: "string", examples: Object.keys(errorStatuses) },
        message: { type: "string" },
        problems: { type: "array", items: problem, description: "Every problem of the input; empty for other errors" },
        command: { type: "integer", minimum: 1, description: "Which of several commands failed" },
      },
      required: ["code", "message", "problems"],
    },
    answers: { type: "array", items: {}, description: "What the commands before the one that failed answered" },
    requestId,
  },
  required: ["error", "requestId"],
};

/** The OpenAPI 3.1 description of this server, made from the actions and the tables of operations. Gong's own paths have Gong's document. */
export function makeOpenApiDocument(version: string): object {
  return {
    openapi: "3.1.0",
    info: {
      title: "Tamtam",
      version,
      description: "A Gong connection that anyone can run: add, get and search sales calls.",
      license: { name: "MIT", identifier: "MIT" },
    },
    security: [{ accessKey: [] }],
    tags: [
      { name: "actions", description: "Each action with its parameters as JSON" },
      { name: "command", description: "Command text, as typed" },
      { name: "media", description: "Recordings" },
      { name: "tamtam", description: "What Gong's API lacks; for keys that may do everything for the company" },
      { name: "oauth", description: "Access for apps, OAuth 2.0 with Gong's addresses" },
      { name: "server", description: "The server itself" },
    ],
    paths: {
      ...actionPaths(actions),
      "/connection/command": commandPath(actions),
      "/media/{callId}/audio": mediaPath("audio"),
      "/media/{callId}/video": mediaPath("video"),
      ...tamtamPaths(),
      ...oauthPaths(),
      "/health": healthPath(),
    },
    components: {
      schemas: { ...actionSchemas(actions), Error: errorBody },
      responses: {
        Refused: {
          description: "What was wrong and what to do",
          headers: { "X-Request-Id": { schema: { type: "string" } } },
          content: { "application/json": { schema: { $ref: "#/components/schemas/Error" } } },
        },
      },
      securitySchemes: {
        accessKey: { type: "http", scheme: "basic", description: "User name: access key. Password: its secret." },
        app: { type: "http", scheme: "basic", description: "User name: client id. Password: client secret." },
        signedLink: { type: "apiKey", in: "query", name: "signature", description: "As in the media links of answers" },
      },
    },
  };
}
