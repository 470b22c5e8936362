// Brings a clone up to date: installs packages, builds `dist/` and the page in `dist/web/` when, and only when, something is missing or stale.
// Runs before anything is installed, so it is plain JavaScript for any Node from 18 and uses Node's own modules alone.
import { fileURLToPath } from "node:url";
import { build, isBuildStale } from "./setup/build.js";
import { buildPage, isPageStale } from "./setup/build-page.js";
import { install, isInstallStale } from "./setup/install.js";
import { CommandFailed } from "./setup/run-command.js";
import { withLock } from "./setup/lock.js";

const cloneFolder = fileURLToPath(new URL("..", import.meta.url));

/** Makes `node_modules` fit the lock file and `dist` fit the sources. Silent when both do already. */
export async function setUp(say = sayOnStderr) {
  if (!isInstallStale(cloneFolder) && !isBuildStale(cloneFolder) && !isPageStale(cloneFolder)) return;
  await withLock(cloneFolder, say, async () => {
    // Asked again: another set-up may have done the work while this one waited for the lock.
    if (isInstallStale(cloneFolder)) await install(cloneFolder, say);
    if (isBuildStale(cloneFolder)) await build(cloneFolder, say);
    if (isPageStale(cloneFolder)) await buildPage(cloneFolder, say);
  });
}

function sayOnStderr(line) {
  process.stderr.write(`${line}\n`);
}

/** Like `setUp`, and says what went wrong the way a person needs it: the failed program's own words first. */
export async function setUpOrExplain() {
  try {
    await setUp();
    return true;
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
    sayOnStderr(error.output.trimEnd());
    sayOnStderr(error.message);
    return false;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url) && !(await setUpOrExplain())) process.exitCode = 1;
