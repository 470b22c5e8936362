import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Hono } from "hono";
import { allowMethods } from "./allow-methods.ts";
import { docsPage, docsScript } from "./docs-page.ts";
import type { HttpEnv } from "./http-env.ts";
import { makeOpenApiDocument } from "./openapi-document.ts";
import type { HttpServices } from "./services.ts";

const STYLE_TYPE = "text/css; charset=utf-8";
const SCRIPT_TYPE = "text/javascript; charset=utf-8";

/** Swagger UI as @fastify/swagger-ui carries it: swagger-ui-dist brings a package that reports each install. */
const assets = [
  { path: "/docs/swagger-ui.css", file: "@fastify/swagger-ui/static/swagger-ui.css", type: STYLE_TYPE },
  { path: "/docs/swagger-ui-bundle.js", file: "@fastify/swagger-ui/static/swagger-ui-bundle.js", type: SCRIPT_TYPE },
];

/** Swagger UI styles elements as it draws them and has small pictures in its style sheet. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** The OpenAPI document and a page that shows it, all of it from this server. */
export function addDocsRoutes(app: Hono<HttpEnv>, { version }: Pick<HttpServices, "version">): void {
  let document: object | undefined;
  app.get("/openapi.json", () => Response.json((document ??= makeOpenApiDocument(version))));
  app.get("/docs", (c) => c.html(docsPage(version), 200, { "Content-Security-Policy": PAGE_POLICY }));
  app.get("/docs/start.js", (c) => c.body(docsScript, 200, assetHeaders(SCRIPT_TYPE)));
  for (const { path, file, type } of assets) {
    app.get(path, async (c) => c.body(await readAsset(file), 200, assetHeaders(type)));
  }
  const paths = ["/openapi.json", "/docs", "/docs/start.js", ...assets.map(({ path }) => path)];
  for (const path of paths) allowMethods(app, path, ["GET", "HEAD"]);
}

async function readAsset(file: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await readFile(createRequire(import.meta.url).resolve(file)));
}

/** The page names assets with the version, so a browser may keep them. */
function assetHeaders(type: string): Record<string, string> {
  return { "Content-Type": type, "Cache-Control": "private, max-age=31536000, immutable" };
}
