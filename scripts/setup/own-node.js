import { existsSync } from "node:fs";
import { join } from "node:path";

/** The Node that the project runs on is a package. */
export const ownNodePath = "node_modules/node";

/** Where its program is; `undefined` where it is not there. */
export function findOwnNode(cloneFolder) {
  const folder = join(cloneFolder, ownNodePath, "bin");
  return ["node", "node.exe"].map((name) => join(folder, name)).find((path) => existsSync(path));
}
