#!/usr/bin/env node
// Plain JavaScript for any Node from 18: what starts the program must be able to say that this Node is too old for it.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { fitsNodeRange } from "./node-range.js";
import { runOnOtherNode } from "./run-on-other-node.js";

/** The exit code for "this Node cannot run Tamtam" (EX_SOFTWARE of sysexits.h). */
const unsupportedNodeExitCode = 70;

const packageFolder = new URL("../", import.meta.url);
const { engines } = JSON.parse(readFileSync(new URL("package.json", packageFolder), "utf8"));
const ownNode = fileURLToPath(new URL("node_modules/node/bin/node", packageFolder));
// The published package leaves the set-up script out: there is nothing to install or build in it.
const setupScript = new URL("scripts/setup.js", packageFolder);

if (await isReady()) {
  if (fitsNodeRange(process.versions.node, engines.node)) await import("../dist/main.js");
  else if (existsSync(ownNode)) runOnOtherNode(ownNode, fileURLToPath(import.meta.url), process.argv.slice(2));
  else refuse();
}

/** In a clone, the command runs what the sources say: installs and builds first if something is stale. */
async function isReady() {
  if (!existsSync(setupScript)) return true;
  const { setUpOrExplain } = await import(setupScript.href);
  const isSetUp = await setUpOrExplain();
  if (!isSetUp) process.exitCode = 1;
  return isSetUp;
}

function refuse() {
  process.stderr.write(
    `tamtam needs Node ${engines.node} and this is ${process.versions.node}. ` +
      `Without changing anything on this machine: npx -p node@24 -p tamtam tamtam …\n`,
  );
  process.exitCode = unsupportedNodeExitCode;
}
