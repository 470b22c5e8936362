import { findImports, packageOf, targetOf, type Import } from "./find-imports.ts";
import type { FolderRule } from "./import-table.ts";
import { isWithin, listShippedFiles, type SourceTree } from "./source-tree.ts";

interface FoundImport extends Import {
  readonly from: string;
  /** The imported file of the tree; undefined for packages and Node's modules. */
  readonly target: string | undefined;
}

function listImports(tree: SourceTree): readonly FoundImport[] {
  return listShippedFiles(tree).flatMap(([from, text]) =>
    findImports(text).map((found) => ({ ...found, from, target: targetOf(from, found.specifier) })),
  );
}

/** The row that governs a file: the longest folder it lies in. */
export function ruleFor(path: string, table: readonly FolderRule[]): FolderRule | undefined {
  const fitting = table.filter((rule) => isWithin(path, rule.folder));
  return fitting.sort((a, b) => b.folder.length - a.folder.length)[0];
}

/** Files of folders that the table does not name. */
export function findFilesWithoutRule(tree: SourceTree, table: readonly FolderRule[]): readonly string[] {
  return listShippedFiles(tree)
    .filter(([path]) => ruleFor(path, table) === undefined)
    .map(([path]) => `${path}: no row of the import table covers it`);
}

/** Imports that the table does not allow. */
export function findForbiddenImports(tree: SourceTree, table: readonly FolderRule[]): readonly string[] {
  return listImports(tree).flatMap(({ from, target, specifier, isTypeOnly }) => {
    const rule = ruleFor(from, table);
    if (rule === undefined || target === undefined) return [];
    const isOwn = ruleFor(target, table) === rule;
    const places = isTypeOnly ? [...rule.mayImport, ...(rule.mayImportTypes ?? [])] : rule.mayImport;
    const isAllowed = isOwn || places.some((place) => isWithin(target, place));
    return isAllowed ? [] : [`${from} imports ${specifier}: ${rule.folder} may not`];
  });
}

/** These would bring `process` and `console` in under other names, past the rules that watch the globals. */
const hiddenGlobals = ["node:process", "node:console"];

/** Modules of Node's where the table keeps them out. */
export function findForbiddenBuiltins(tree: SourceTree, table: readonly FolderRule[]): readonly string[] {
  return listImports(tree).flatMap(({ from, specifier }) => {
    if (!specifier.startsWith("node:")) return [];
    if (hiddenGlobals.includes(specifier)) return [`${from} imports ${specifier}: use the global`];
    const rule = ruleFor(from, table);
    const isAllowed = rule === undefined || rule.builtins === "all" || rule.builtins.includes(specifier);
    return isAllowed ? [] : [`${from} imports ${specifier}: ${rule.folder} may not`];
  });
}

/** Files for the browser through which a module of Node's would be loaded. */
export function findBrowserBreakers(tree: SourceTree, table: readonly FolderRule[]): readonly string[] {
  const imports = listImports(tree).filter((found) => !found.isTypeOnly);
  const needsNode = new Set(imports.filter((found) => found.specifier.startsWith("node:")).map((found) => found.from));
  return imports
    .filter(({ from, target }) => ruleFor(from, table)?.runsInBrowser && target !== undefined && needsNode.has(target))
    .map(({ from, target }) => `${from} runs in the browser, and ${target} needs Node`);
}

/** Packages that are imported where they have no place, and packages without a place. */
export function findMisplacedPackages(
  tree: SourceTree,
  places: Readonly<Record<string, readonly string[]>>,
): readonly string[] {
  return listImports(tree).flatMap(({ from, specifier }) => {
    const name = packageOf(specifier);
    if (name === undefined) return [];
    const allowed = Object.hasOwn(places, name) ? places[name] : undefined;
    if (allowed === undefined) return [`${from} imports ${name}: the package has no place yet`];
    return allowed.some((place) => isWithin(from, place))
      ? []
      : [`${from} imports ${name}: its place is ${allowed.join(", ")}`];
  });
}

/** Circles of imports, each named once. Imports of types count: what is read in circles is understood in circles. */
export function findImportCycles(tree: SourceTree): readonly string[] {
  const targets = Map.groupBy(listImports(tree), (found) => found.from);
  const finished = new Set<string>();
  const cycles: string[] = [];
  function visit(path: string, trail: readonly string[]): void {
    const start = trail.indexOf(path);
    if (start >= 0) cycles.push([...trail.slice(start), path].join(" → "));
    if (start >= 0 || finished.has(path)) return;
    for (const { target } of targets.get(path) ?? []) if (target !== undefined) visit(target, [...trail, path]);
    finished.add(path);
  }
  for (const path of targets.keys()) visit(path, []);
  return cycles;
}
