import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import {
  findBrowserBreakers,
  findFilesWithoutRule,
  findForbiddenBuiltins,
  findForbiddenImports,
  findImportCycles,
  findMisplacedPackages,
} from "./import-rules.ts";
import { pageImportTable, pagePackagePlaces } from "./page-import-table.ts";
import { findBadNames, findBarrels, findLongFiles, shapeLimits } from "./shape-rules.ts";
import { readSourceTree, type SourceTree } from "./source-tree.ts";
import { findMisplacedUses, guardedPageUses } from "./text-rules.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const below = (name: string): SourceTree =>
  new Map([...readSourceTree(`${root}/${name}`)].map(([path, text]) => [`${name}/${path}`, text]));
const page = below("web");
const treeOf = (files: Readonly<Record<string, string>>): SourceTree => new Map(Object.entries(files));

describe("the page", () => {
  it("imports of the sources only the client, the calls' types and types", () => {
    expect(page.size).toBeGreaterThan(30);
    expect(findFilesWithoutRule(page, pageImportTable)).toEqual([]);
    expect(findForbiddenImports(page, pageImportTable)).toEqual([]);
  });
  it("loads no module of Node's, neither itself nor through what it imports", () => {
    expect(findForbiddenBuiltins(page, pageImportTable)).toEqual([]);
    expect(findBrowserBreakers(new Map([...page, ...below("src")]), pageImportTable)).toEqual([]);
  });
  it("imports each third-party package only in its place, and all are bundled", () => {
    expect(findMisplacedPackages(page, { ...pagePackagePlaces, vitest: [] })).toEqual([]);
    const bundled = Object.keys(pagePackagePlaces).filter((name) => name in packageJson.dependencies);
    expect(bundled).toEqual([]);
  });
  it("asks the server in one place, and keeps nothing but the session", () => {
    expect(findMisplacedUses(page, guardedPageUses)).toEqual([]);
  });
  it("has no cycles, no long files, no barrels and names that say something", () => {
    expect(findImportCycles(page)).toEqual([]);
    expect(findLongFiles(page, shapeLimits)).toEqual([]);
    expect(findBarrels(page)).toEqual([]);
    expect(findBadNames(page)).toEqual([]);
  });
});

describe("the rules of the page", () => {
  it("refuse the engine, and values where only types may be had", () => {
    const tree = treeOf({
      "web/src/a.ts":
        'import type { CallAnswer } from "../../src/connection/call-answer.ts";\nimport { b } from "../../src/connection/call-answer.ts";',
      "web/src/ui/C.tsx": 'import { d } from "../../../src/engine/engine.ts";\nimport "node:fs";',
    });
    expect(findForbiddenImports(tree, pageImportTable)).toEqual([
      "web/src/a.ts imports ../../src/connection/call-answer.ts: web may not",
      "web/src/ui/C.tsx imports ../../../src/engine/engine.ts: web may not",
    ]);
    expect(findForbiddenBuiltins(tree, pageImportTable)).toEqual(["web/src/ui/C.tsx imports node:fs: web may not"]);
  });
  it("refuse asking the server elsewhere", () => {
    const tree = treeOf({ "web/src/api.ts": "fetch(url);", "web/src/ui/A.tsx": "fetch(url);" });
    expect(findMisplacedUses(tree, guardedPageUses)).toEqual(["web/src/ui/A.tsx uses fetch: only web/src/api.ts may"]);
  });
  it("let a component be named after itself, and nothing else", () => {
    const names = { "web/src/CallScene.tsx": "", "web/src/CallScene.ts": "", "web/src/call_Scene.tsx": "" };
    expect(findBadNames(treeOf(names))).toEqual([
      'web/src/CallScene.ts: "CallScene" is not kebab-case',
      'web/src/call_Scene.tsx: "call_Scene" is not kebab-case',
    ]);
  });
});
