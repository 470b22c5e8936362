import type { Context, Hono } from "hono";
import { NotFoundError, SetupError } from "../../../calls/errors.ts";
import { allowMethods } from "../allow-methods.ts";
import type { HttpEnv } from "../http-env.ts";
import type { HttpServices } from "../services.ts";
import { type PageFile, type PageFiles, readPageFiles } from "./page-files.ts";

/** The scenes of the page. Gong: a call's `url` leads to `/call?id=…`. */
export const scenePaths = ["/calls", "/call", "/team", "/trackers", "/settings"];

/** What was said is shown on it, so that nothing may run, be loaded or be sent anywhere but here. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "media-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** The page for people. It holds no data, so that it is open to all; what it shows it asks for with the access key that somebody typed into it. */
export function addPageRoutes(app: Hono<HttpEnv>, { pageFolder }: Pick<HttpServices, "pageFolder">): void {
  let reading: Promise<PageFiles | undefined> | undefined;
  const open = async () => {
    reading ??= readPageFiles(pageFolder);
    const files = await reading;
    if (files) return files;
    // Asked again by the next request: it may be built by then.
    reading = undefined;
    throw new SetupError("The page is not built on this machine; `npm run build` in the clone builds it.");
  };
  app.get("/", (c) => c.redirect("calls"));
  for (const path of scenePaths) {
    app.get(path, async (c) => {
      const page = (await open()).get("index.html");
      return present(c, page, { "Cache-Control": "no-cache", "Content-Security-Policy": PAGE_POLICY });
    });
  }
  app.get("/assets/:file", async (c) => {
    const file = (await open()).get(`assets/${c.req.param("file")}`);
    // Named by their content, so that a browser may keep them.
    return present(c, file, { "Cache-Control": "public, max-age=31536000, immutable" });
  });
  for (const path of ["/", ...scenePaths, "/assets/:file"]) allowMethods(app, path, ["GET", "HEAD"]);
}

function present(c: Context<HttpEnv>, file: PageFile | undefined, headers: Record<string, string>) {
  if (file === undefined) throw new NotFoundError(`There is nothing at ${c.req.path}; / leads to the page.`);
  const all = { ...headers, ETag: file.etag, Vary: "Accept-Encoding" };
  if (c.req.header("If-None-Match")?.includes(file.etag)) return c.body(null, 304, all);
  const { bytes, ...encoding } = encode(file, c.req.header("Accept-Encoding") ?? "");
  return c.body(bytes, 200, { ...all, ...encoding, "Content-Type": file.type });
}

function encode({ bytes, brotli, gzip }: PageFile, accepted: string) {
  if (brotli && /\bbr\b/.test(accepted)) return { bytes: brotli, "Content-Encoding": "br" };
  if (gzip && /\bgzip\b/.test(accepted)) return { bytes: gzip, "Content-Encoding": "gzip" };
  return { bytes };
}
