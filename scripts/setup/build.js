import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { listFiles, traceOf } from "./list-files.js";
import { runCommand, timed } from "./run-command.js";

const stampName = join("dist", ".build-stamp");
const compilerName = join("node_modules", "typescript", "package.json");
const configNames = ["tsconfig.json", "tsconfig.build.json", "package.json", compilerName];

/** Whether `dist` is missing, incomplete or made from other sources than the present ones. */
export function isBuildStale(cloneFolder) {
  const stampFile = join(cloneFolder, stampName);
  if (!existsSync(stampFile)) return true;
  const sources = listSources(cloneFolder);
  if (readFileSync(stampFile, "utf8") !== fingerprint(cloneFolder, sources)) return true;
  return sources.some((source) => !existsSync(join(cloneFolder, outputsOf(source)[0])));
}

/** Compiles `src` to `dist` and removes what was made from sources that are gone. */
export async function build(cloneFolder, say) {
  // Taken first: a source that changes while the compiler runs is then stale, as it should be.
  const sources = listSources(cloneFolder);
  const stamp = fingerprint(cloneFolder, sources);
  rmSync(join(cloneFolder, stampName), { force: true });
  forgetBuildIfIncomplete(cloneFolder, sources);
  // Run on the Node that runs this script: the compiler starts a native program of its own.
  const compiler = join("node_modules", "typescript", "bin", "tsc");
  const took = await timed(() => runCommand(cloneFolder, process.execPath, [compiler, "-p", "tsconfig.build.json"]));
  removeOrphans(cloneFolder, sources);
  mkdirSync(join(cloneFolder, "dist"), { recursive: true });
  writeFileSync(join(cloneFolder, stampName), stamp);
  say(`Built in ${took}.`);
}

/** The compiler writes changed files only, so with an output missing it must forget what it knows. */
function forgetBuildIfIncomplete(cloneFolder, sources) {
  const isComplete = sources.every((source) => outputsOf(source).every((path) => existsSync(join(cloneFolder, path))));
  if (!isComplete) rmSync(join(cloneFolder, "dist", ".tsbuildinfo"), { force: true });
}

function listSources(cloneFolder) {
  return listFiles(join(cloneFolder, "src"))
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts") && !path.endsWith(".d.ts"))
    .map((path) => relative(cloneFolder, path));
}

/** `src/a/b.ts` makes `dist/a/b.js` and its companions. */
function outputsOf(source) {
  const base = join("dist", relative("src", source)).slice(0, -".ts".length);
  return [".js", ".js.map", ".d.ts"].map((ending) => base + ending);
}

/** Changes when any input changes its name, size or time; the compiler itself then looks at contents. */
function fingerprint(cloneFolder, sources) {
  const hash = createHash("sha256");
  for (const path of [...configNames, ...sources].sort()) hash.update(traceOf(cloneFolder, path));
  return hash.digest("hex");
}

function removeOrphans(cloneFolder, sources) {
  const expected = new Set(sources.flatMap(outputsOf));
  for (const path of listFiles(join(cloneFolder, "dist"))) {
    // Made by another builder: `build-page.js`.
    if (relative(cloneFolder, path).startsWith(join("dist", "web") + sep)) continue;
    const isMade = /\.(js|js\.map|d\.ts)$/.test(path);
    if (isMade && !expected.has(relative(cloneFolder, path))) rmSync(path, { force: true });
  }
}
