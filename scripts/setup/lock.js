import { closeSync, openSync, readFileSync, rmSync, statSync, utimesSync, writeSync } from "node:fs";
import { join } from "node:path";

const heartbeatMs = 2_000;
/** A holder that has not beaten for this long is gone or stopped, even if its process id is in use. */
const abandonedAfterMs = 60_000;
const pollMs = 200;

/**
 * Runs `work` while no other set-up of this clone runs. The lock lives outside `node_modules`, which an install deletes.
 */
export async function withLock(cloneFolder, say, work) {
  const lockFile = join(cloneFolder, ".setup.lock");
  let hasSaidSo = false;
  while (!tryTake(lockFile)) {
    if (isAbandoned(lockFile)) {
      rmSync(lockFile, { force: true });
      continue;
    }
    if (!hasSaidSo) say("Waiting for another set-up of this folder to finish …");
    hasSaidSo = true;
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
  const heartbeat = setInterval(() => beat(lockFile), heartbeatMs);
  const release = () => rmSync(lockFile, { force: true });
  process.once("exit", release);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    process.removeListener("exit", release);
    release();
  }
}

function tryTake(lockFile) {
  try {
    const file = openSync(lockFile, "wx");
    writeSync(file, String(process.pid));
    closeSync(file);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

function isAbandoned(lockFile) {
  try {
    if (Date.now() - statSync(lockFile).mtimeMs > abandonedAfterMs) return true;
    const holder = Number(readFileSync(lockFile, "utf8"));
    return holder > 0 && !isRunning(holder);
  } catch (error) {
    if (error.code === "ENOENT") return false;
    throw error;
  }
}

function isRunning(processId) {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

function beat(lockFile) {
  try {
    utimesSync(lockFile, new Date(), new Date());
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
  }
}
