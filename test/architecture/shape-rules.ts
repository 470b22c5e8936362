import { basename, dirname } from "node:path/posix";
import { isWithin, listShippedFiles, type SourceTree } from "./source-tree.ts";

export interface ShapeLimits {
  readonly fileLines: number;
  readonly foldersDeep: number;
  readonly libFiles: number;
  readonly readmeLines: number;
  /** Files that are data in the form of code, as long as the data is. */
  readonly dataTables: readonly string[];
}

export const shapeLimits: ShapeLimits = {
  fileLines: 400,
  foldersDeep: 4,
  libFiles: 10,
  readmeLines: 5,
  dataTables: [],
};

export function findLongFiles(tree: SourceTree, limits: ShapeLimits): readonly string[] {
  return [...tree]
    .filter(([path]) => /\.tsx?$/.test(path) && !limits.dataTables.includes(path))
    .map(([path, text]) => ({ path, lines: text.trimEnd().split("\n").length }))
    .filter(({ lines }) => lines > limits.fileLines)
    .map(({ path, lines }) => `${path} has ${lines} lines: ${limits.fileLines} at most`);
}

export function findDeepFiles(tree: SourceTree, limits: ShapeLimits): readonly string[] {
  return [...tree.keys()]
    .filter((path) => path.split("/").length - 1 > limits.foldersDeep)
    .map((path) => `${path} lies deeper than ${limits.foldersDeep} folders`);
}

export function findCrowdedLib(tree: SourceTree, limits: ShapeLimits): readonly string[] {
  const count = listShippedFiles(tree).filter(([path]) => isWithin(path, "lib")).length;
  return count > limits.libFiles ? [`lib has ${count} files: ${limits.libFiles} at most`] : [];
}

export function findBarrels(tree: SourceTree): readonly string[] {
  return [...tree.keys()]
    .filter((path) => basename(path) === "index.ts" && path !== "index.ts")
    .map((path) => `${path}: no index.ts but the package's own`);
}

const kebabCase = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const pascalCase = /^(?:[A-Z][a-z0-9]*)+$/;
const endings = /(?:\.test|\.contract|\.config|\.d)?\.[a-z]+$/;
/** Words that say nothing, wherever they stand in a name. */
const emptyWords = /(?:^|-)(?:utils?|helpers?|managers?)(?:-|$)/;
/** Words that say nothing alone: `common.ts`, but not `common-words.ts`. */
const emptyNames = /^(?:common|misc|shared)$/;

/** File and folder names that are not kebab-case, or that could stand over anything. */
export function findBadNames(tree: SourceTree): readonly string[] {
  const names = [...tree.keys()].flatMap((path) => {
    const own = basename(path) === "README.md" ? [] : [{ path, name: basename(path).replace(endings, "") }];
    return [...own, ...foldersOf(path)];
  });
  const problems = names.flatMap(({ path, name }) => {
    // Named after the React component in it.
    const isComponent = path.endsWith(".tsx") && pascalCase.test(name);
    if (!kebabCase.test(name) && !isComponent) return [`${path}: "${name}" is not kebab-case`];
    return emptyWords.test(name) || emptyNames.test(name) ? [`${path}: "${name}" says nothing`] : [];
  });
  return [...new Set(problems)];
}

function foldersOf(path: string): readonly { readonly path: string; readonly name: string }[] {
  const folder = dirname(path);
  return folder === "." ? [] : [{ path: folder, name: basename(folder) }, ...foldersOf(folder)];
}

/** Folders at the top, and parts of the engine, that do not say in a few lines what they are. */
export function findMissingReadmes(tree: SourceTree, limits: ShapeLimits): readonly string[] {
  const folders = new Set([...tree.keys()].flatMap(foldersOf).map(({ path }) => path));
  const explained = [...folders].filter((folder) => !folder.includes("/") || dirname(folder) === "engine");
  return explained.flatMap((folder) => {
    const lines = (tree.get(`${folder}/README.md`) ?? "").split("\n").filter((line) => line.trim() !== "").length;
    if (lines === 0) return [`${folder} has no README.md`];
    return lines > limits.readmeLines ? [`${folder}/README.md has ${lines} lines: ${limits.readmeLines} at most`] : [];
  });
}
