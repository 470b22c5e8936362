import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { findOwnNode, ownNodePath } from "./own-node.js";
import { runCommand, timed } from "./run-command.js";

const lockName = "package-lock.json";
/** npm's own record of what it put into `node_modules`, written when an install has succeeded. */
const installedName = join("node_modules", ".package-lock.json");
const stampName = join("node_modules", ".tamtam-install");

/** Whether `node_modules` is missing or holds something else than the lock file says. */
export function isInstallStale(cloneFolder) {
  if (!existsSync(join(cloneFolder, installedName)) || isOwnNodeMissing(cloneFolder)) return true;
  const stampFile = join(cloneFolder, stampName);
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stampOf(cloneFolder)) return false;
  return !fits(readPackages(cloneFolder, lockName), readPackages(cloneFolder, installedName));
}

/** Wanted and not there: an install without scripts leaves it out. */
function isOwnNodeMissing(cloneFolder) {
  if (!(ownNodePath in readPackages(cloneFolder, lockName))) return false;
  return findOwnNode(cloneFolder) === undefined;
}

/**
 * `npm ci`, quiet unless it fails. Without scripts: an older npm knows no `allowScripts`, and npm 9 and 10, told of packages by a lock file,
 * compile better-sqlite3 although it ships its library, which needs a compiler and Node's headers. The only script that is run is that of the
 * project's own Node: it fetches the program.
 */
export async function install(cloneFolder, say) {
  const count = Object.keys(readPackages(cloneFolder, lockName)).length - 1;
  say(`Installing packages (npm ci, up to ${count}) …`);
  const npm = findNpm(cloneFolder);
  // The builder and the pinned Node are development packages: wanted here even where NODE_ENV=production drops them.
  const quietly = ["--prefer-offline", "--no-progress", "--loglevel=error"];
  const run = (by, ...args) => runCommand(cloneFolder, by.program, [...by.args, ...args, ...quietly], by);
  const took = await timed(async () => {
    await run(npm, "ci", "--include=dev", "--ignore-scripts");
    if (isOwnNodeMissing(cloneFolder)) await run(npm, "rebuild", "node");
    if (isAnyLeftOut(cloneFolder)) {
      await run(onOwnNode(npm, cloneFolder), "install", "--no-save", "--include=dev", "--ignore-scripts");
    }
  });
  writeFileSync(join(cloneFolder, stampName), stampOf(cloneFolder));
  say(`Installed in ${took}.`);
}

/**
 * The npm that started this script, else the machine's. Never on the Node inside `node_modules`: the install is about
 * to delete that one.
 */
function findNpm(cloneFolder) {
  const ownFolder = join(cloneFolder, "node_modules");
  const { npm_execpath: npmScript = "", npm_node_execpath: npmNode = "", PATH = "" } = process.env;
  const folders = PATH.split(delimiter).filter((folder) => !folder.startsWith(ownFolder));
  const env = { ...process.env, PATH: folders.join(delimiter) };
  const isUsable = /npm-cli\.c?js$/.test(npmScript) && !npmNode.startsWith(ownFolder);
  if (isUsable && existsSync(npmScript) && existsSync(npmNode)) return { program: npmNode, args: [npmScript], env };
  return { program: "npm", args: [], env, inShell: process.platform === "win32" };
}

/** The same npm on the project's own Node, for what leaves that Node alone. */
function onOwnNode(npm, cloneFolder) {
  const ownNode = findOwnNode(cloneFolder);
  if (ownNode === undefined) return npm;
  const env = { ...npm.env, PATH: [dirname(ownNode), npm.env.PATH].join(delimiter) };
  return { ...npm, env, ...(npm.args.length > 0 && { program: ownNode }) };
}

/**
 * Whether a package is missing that is made for this machine. npm silently leaves out those that want a newer Node than the one it runs on: the
 * programs of the bundler and of the linter, on Debian's own Node.
 */
function isAnyLeftOut(cloneFolder) {
  return Object.entries(readPackages(cloneFolder, lockName)).some(
    ([path, { optional, os, cpu, libc }]) =>
      optional &&
      os !== undefined &&
      runsHere(os, process.platform) &&
      runsHere(cpu, process.arch) &&
      runsHere(libc, libraryOfC()) &&
      !existsSync(join(cloneFolder, path)),
  );
}

/** Linux has two; packages for other systems name none. */
function libraryOfC() {
  return process.report?.getReport().header.glibcVersionRuntime === undefined ? "musl" : "glibc";
}

/** Both files as they stood together right after a successful install. */
function stampOf(cloneFolder) {
  const hash = createHash("sha256");
  for (const name of [lockName, installedName]) hash.update(readFileSync(join(cloneFolder, name)));
  return hash.digest("hex");
}

function readPackages(cloneFolder, name) {
  return JSON.parse(readFileSync(join(cloneFolder, name), "utf8")).packages ?? {};
}

/** Every package that is wanted is there in the wanted version, and nothing else is. */
function fits(wanted, installed) {
  const isAllThere = Object.entries(wanted).every(
    ([path, entry]) => path === "" || entry.optional || entry.devOptional || path in installed,
  );
  return isAllThere && Object.entries(installed).every(([path, entry]) => isSame(wanted[path], entry));
}

function isSame(wanted, installed) {
  return (
    wanted !== undefined &&
    wanted.version === installed.version &&
    wanted.integrity === installed.integrity &&
    runsHere(installed.os, process.platform) &&
    runsHere(installed.cpu, process.arch)
  );
}

/** Packages for one system carry a list of names: `["linux"]`, or `["!win32"]`. */
function runsHere(names, here) {
  if (names === undefined) return true;
  return names.some((name) => (name.startsWith("!") ? name !== `!${here}` : name === here));
}
