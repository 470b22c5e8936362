import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import packageJson from "../package.json" with { type: "json" };
import { packagePlaces } from "./architecture/package-places.ts";
import {
  findBrowserBreakers,
  findFilesWithoutRule,
  findForbiddenBuiltins,
  findForbiddenImports,
  findImportCycles,
  findMisplacedPackages,
} from "./architecture/import-rules.ts";
import { importTable } from "./architecture/import-table.ts";
import {
  findBadNames,
  findBarrels,
  findCrowdedLib,
  findDeepFiles,
  findLongFiles,
  findMissingReadmes,
  shapeLimits,
} from "./architecture/shape-rules.ts";
import { readSourceTree } from "./architecture/source-tree.ts";
import { findImpurities, findMisplacedUses, guardedUses } from "./architecture/text-rules.ts";

const tree = readSourceTree(fileURLToPath(new URL("../src", import.meta.url)));

describe("the source", () => {
  it("lies in folders that the import table knows", () => {
    expect(findFilesWithoutRule(tree, importTable)).toEqual([]);
  });
  it("imports only what the import table allows", () => {
    expect(findForbiddenImports(tree, importTable)).toEqual([]);
  });
  it("uses Node's modules only where the import table allows", () => {
    expect(findForbiddenBuiltins(tree, importTable)).toEqual([]);
  });
  it("loads no module of Node's in what browsers run too", () => {
    expect(findBrowserBreakers(tree, importTable)).toEqual([]);
  });
  it("imports each third-party package only in its place", () => {
    expect(findMisplacedPackages(tree, packagePlaces)).toEqual([]);
  });
  it("has no import cycles", () => {
    expect(findImportCycles(tree)).toEqual([]);
  });
  it("uses the environment, the exit and the console only in their places", () => {
    expect(findMisplacedUses(tree, guardedUses)).toEqual([]);
  });
  it("keeps clock, chance and network out of what is pure", () => {
    expect(findImpurities(tree, importTable)).toEqual([]);
  });
  it("has no long files", () => {
    expect(findLongFiles(tree, shapeLimits)).toEqual([]);
  });
  it("has no deep folders", () => {
    expect(findDeepFiles(tree, shapeLimits)).toEqual([]);
  });
  it("keeps lib small", () => {
    expect(findCrowdedLib(tree, shapeLimits)).toEqual([]);
  });
  it("has no barrels", () => {
    expect(findBarrels(tree)).toEqual([]);
  });
  it("has names that say something, in kebab-case", () => {
    expect(findBadNames(tree)).toEqual([]);
  });
  it("says in every folder what the folder is", () => {
    expect(findMissingReadmes(tree, shapeLimits)).toEqual([]);
  });
});

describe("the list of packages", () => {
  it("has a place for each dependency, and no place for anything else", () => {
    expect(Object.keys(packagePlaces).sort()).toEqual(Object.keys(packageJson.dependencies).sort());
  });
});
