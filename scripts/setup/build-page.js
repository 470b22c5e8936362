import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { listFiles, traceOf } from "./list-files.js";
import { findOwnNode } from "./own-node.js";
import { runCommand, timed } from "./run-command.js";

const sourceFolders = ["web", ...["calls", "client", "connection", "gong-api", "lib"].map((name) => join("src", name))];
const outputFolder = join("dist", "web");
const stampName = join(outputFolder, ".build-stamp");
const bundlerName = join("node_modules", "vite", "package.json");

/** Whether the page is missing, incomplete or made from other sources than the present ones. */
export function isPageStale(cloneFolder) {
  const stampFile = join(cloneFolder, stampName);
  if (!existsSync(stampFile)) return true;
  const [sources, ...outputs] = readFileSync(stampFile, "utf8").split("\n");
  return sources !== fingerprint(cloneFolder) || outputs.some((path) => !existsSync(join(cloneFolder, path)));
}

/** Bundles `web` into `dist/web`; what was there before is removed. */
export async function buildPage(cloneFolder, say) {
  // Taken first: a source that changes while the bundler runs is then stale, as it should be.
  const sources = fingerprint(cloneFolder);
  const bundler = join("node_modules", "vite", "bin", "vite.js");
  const args = [bundler, "build", "--config", join("web", "vite.config.ts"), "--logLevel", "error"];
  // The bundler wants a newer Node than this script may run on.
  const node = findOwnNode(cloneFolder) ?? process.execPath;
  const took = await timed(() => runCommand(cloneFolder, node, args));
  const outputs = listFiles(join(cloneFolder, outputFolder)).map((path) => relative(cloneFolder, path));
  writeFileSync(join(cloneFolder, stampName), [sources, ...outputs].join("\n"));
  say(`Built the page in ${took}.`);
}

function fingerprint(cloneFolder) {
  const files = sourceFolders.flatMap((folder) => listFiles(join(cloneFolder, folder)));
  const sources = files.filter((path) => !/\.test\.tsx?$/.test(path)).map((path) => relative(cloneFolder, path));
  const hash = createHash("sha256");
  for (const path of [bundlerName, ...sources].sort()) hash.update(traceOf(cloneFolder, path));
  return hash.digest("hex");
}
