import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ConflictError } from "../../calls/errors.ts";
import { isAlive } from "../work.ts";

/**
 * Keeps two syncs from working on one mirror, which would cost requests twice. What a dead process left behind does not count, even if this one
 * has its number by now, as in a container that was started again.
 * @param held the folders that this process has locked
 * @throws ConflictError while another one does it
 */
export async function lockSync(folder: string, name: string, held: Set<string>): Promise<AsyncDisposable> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, "sync.lock");
  if (held.has(folder)) throw busy(name, process.pid);
  held.add(folder);
  try {
    await takeOver(file, name);
  } catch (error) {
    held.delete(folder);
    throw error;
  }
  return {
    [Symbol.asyncDispose]: async () => {
      await rm(file, { force: true });
      held.delete(folder);
    },
  };
}

async function takeOver(file: string, name: string): Promise<void> {
  const take = () => writeFile(file, String(process.pid), { flag: "wx" });
  await take().catch(async () => {
    const pid = Number(await readFile(file, "utf8").catch(() => "0"));
    if (pid > 0 && pid !== process.pid && isAlive(pid)) throw busy(name, pid);
    await rm(file, { force: true });
    await take();
  });
}

function busy(name: string, pid: number): ConflictError {
  return new ConflictError(
    `The mirror of ${name} is being synced by process ${pid} already. It does what this one would; wait for it, or stop it first.`,
  );
}
