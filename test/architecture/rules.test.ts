import { describe, expect, it } from "vitest";
import {
  findBrowserBreakers,
  findFilesWithoutRule,
  findForbiddenBuiltins,
  findForbiddenImports,
  findImportCycles,
  findMisplacedPackages,
} from "./import-rules.ts";
import { importTable } from "./import-table.ts";
import {
  findBadNames,
  findBarrels,
  findCrowdedLib,
  findDeepFiles,
  findLongFiles,
  findMissingReadmes,
  shapeLimits,
} from "./shape-rules.ts";
import { findImpurities, findMisplacedUses, guardedUses } from "./text-rules.ts";

function treeOf(files: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(files));
}

describe("the import table", () => {
  it("refuses a file in a folder that it does not name", () => {
    const tree = treeOf({ "billing/invoice.ts": "", "calls/call.ts": "", "surfaces/fax/fax.ts": "" });
    expect(findFilesWithoutRule(tree, importTable)).toEqual([
      "billing/invoice.ts: no row of the import table covers it",
      "surfaces/fax/fax.ts: no row of the import table covers it",
    ]);
  });

  it.each([
    ["calls/call.ts", 'import { retry } from "../lib/retry.ts";', "../lib/retry.ts: calls"],
    ["lib/retry.ts", 'import type { Call } from "../calls/call.ts";', "../calls/call.ts: lib"],
    ["gong-api/cursor.ts", 'export { x } from "../connection/backend.ts";', "../connection/backend.ts: gong-api"],
    ["connection/run.ts", 'import "../engine/engine.ts";', "../engine/engine.ts: connection"],
    ["client/send.ts", 'const e = await import("../engine/engine.ts");', "../engine/engine.ts: client"],
    ["engine/media/a.ts", 'import { b } from "../store/b.ts";', "../store/b.ts: engine/media"],
    ["engine/store/a.ts", 'import {\n  b,\n} from "../search/b.ts";', "../search/b.ts: engine/store"],
    ["engine/media/a.ts", 'import { b } from "../database/b.ts";', "../database/b.ts: engine/media"],
    ["engine/queue/a.ts", 'import { b } from "../../config/b.ts";', "../../config/b.ts: engine/queue"],
    [
      "engine/jobs/a.ts",
      'import { S } from "../store/sqlite-call-store.ts";',
      "../store/sqlite-call-store.ts: engine/jobs",
    ],
    ["engine/operations/a.ts", 'import { d } from "../jobs/d.ts";', "../jobs/d.ts: engine/operations"],
    ["engine/engine.ts", 'import { S } from "./store/sqlite-call-store.ts";', "./store/sqlite-call-store.ts: engine"],
    ["surfaces/cli/a.ts", 'import { b } from "../http/b.ts";', "../http/b.ts: surfaces/cli"],
    ["surfaces/http/a.ts", 'import type { E } from "../../engine/engine.ts";', "../../engine/engine.ts: surfaces/http"],
    ["config/env.ts", 'import { Call } from "../calls/call.ts";', "../calls/call.ts: config"],
    [
      "engine/media/a.ts",
      'new Worker(new URL("../store/worker.ts", import.meta.url));',
      "../store/worker.ts: engine/media",
    ],
    ["engine/media/a.ts", 'start(workerUrl("../store/worker", import.meta.url));', "../store/worker.ts: engine/media"],
  ])("refuses what %s does in %j", (path, text, problem) => {
    expect(findForbiddenImports(treeOf({ [path]: text }), importTable)).toEqual([`${path} imports ${problem} may not`]);
  });

  it("allows neighbours, ports and the engine's database to those who keep records", () => {
    const tree = treeOf({
      "engine/store/sqlite-call-store.ts":
        'import { a } from "../database/a.ts";\nimport { b } from "./call-store.ts";',
      "engine/jobs/decode.ts": 'import type { MediaStore } from "../media/media-store.ts";',
      "surfaces/cli/run.ts": 'import { addCall } from "../../connection/actions/add-call.ts";',
      "app/open.ts":
        'import { Engine } from "../engine/engine.ts";\nimport { serve } from "../surfaces/http/serve.ts";',
    });
    expect(findForbiddenImports(tree, importTable)).toEqual([]);
  });

  it("does not take comments for imports", () => {
    const tree = treeOf({ "calls/call.ts": '// import { a } from "../lib/a.ts";\n/*\nimport "../lib/b.ts";\n*/' });
    expect(findForbiddenImports(tree, importTable)).toEqual([]);
  });

  it("leaves tests alone", () => {
    const tree = treeOf({ "calls/call.test.ts": 'import { a } from "../lib/a.ts";\nimport { it } from "vitest";' });
    expect(findForbiddenImports(tree, importTable)).toEqual([]);
    expect(findMisplacedPackages(tree, {})).toEqual([]);
  });

  it("names no circle of folders, apart from those who may import everything", () => {
    const rows = importTable.filter((row) => !row.mayImport.includes("*") && row.folder !== "engine");
    const asImports = rows.map(
      (row) => [`${row.folder}.ts`, row.mayImport.map((place) => importOf(row.folder, place)).join("\n")] as const,
    );
    expect(findImportCycles(new Map(asImports))).toEqual([]);
  });
});

/** A ports file stands for nothing but itself; a folder for its row. */
function importOf(folder: string, place: string): string {
  const up = "../".repeat(folder.split("/").length - 1) || "./";
  return `import "${up}${place.replace(/\.ts$/, "")}.ts";`;
}

describe("the rules about Node's modules", () => {
  it("keep them out of the domain, the contract and the actions", () => {
    const tree = treeOf({
      "calls/a.ts": 'import { join } from "node:path";',
      "gong-api/b.ts": 'import { join } from "node:path";',
      "engine/analysis/c.ts": 'import { readFileSync } from "node:fs";\nimport { createRequire } from "node:module";',
      "engine/media/d.ts": 'import { open } from "node:fs/promises";',
    });
    expect(findForbiddenBuiltins(tree, importTable)).toEqual([
      "calls/a.ts imports node:path: calls may not",
      "gong-api/b.ts imports node:path: gong-api may not",
      "engine/analysis/c.ts imports node:fs: engine/analysis may not",
    ]);
  });

  it("see through other names for process and console", () => {
    const tree = treeOf({ "lib/a.ts": 'import { env } from "node:process";' });
    expect(findForbiddenBuiltins(tree, importTable)).toEqual(["lib/a.ts imports node:process: use the global"]);
  });

  it("find a module of Node's behind a file that the client imports", () => {
    const tree = treeOf({
      "lib/retry.ts": "export const a = 1;",
      "lib/byte-range.ts": 'import { open } from "node:fs/promises";',
      "client/send.ts": 'import { a } from "../lib/retry.ts";\nimport { b } from "../lib/byte-range.ts";',
    });
    expect(findBrowserBreakers(tree, importTable)).toEqual([
      "client/send.ts runs in the browser, and lib/byte-range.ts needs Node",
    ]);
  });
});

describe("the rules about packages", () => {
  const places = { "better-sqlite3": ["engine/database"], "@hono/node-server": ["surfaces/http"] };

  it("refuse a package outside of its place", () => {
    const tree = treeOf({
      "engine/database/open.ts": 'import Sqlite from "better-sqlite3";',
      "engine/jobs/worker.ts": 'import type Sqlite from "better-sqlite3";',
      "connection/run.ts": 'import { serve } from "@hono/node-server/serve-static";',
    });
    expect(findMisplacedPackages(tree, places)).toEqual([
      "engine/jobs/worker.ts imports better-sqlite3: its place is engine/database",
      "connection/run.ts imports @hono/node-server: its place is surfaces/http",
    ]);
  });

  it("refuse a package without a place", () => {
    const tree = treeOf({ "lib/pad.ts": 'const pad = require("left-pad");' });
    expect(findMisplacedPackages(tree, places)).toEqual(["lib/pad.ts imports left-pad: the package has no place yet"]);
  });
});

describe("the rule about cycles", () => {
  it("names a circle once, and whole", () => {
    const tree = treeOf({
      "lib/a.ts": 'import { b } from "./b.ts";',
      "lib/b.ts": 'import { c } from "./c.ts";',
      "lib/c.ts": 'import { a } from "./a.ts";',
      "lib/d.ts": 'import { a } from "./a.ts";',
    });
    expect(findImportCycles(tree)).toEqual(["lib/a.ts → lib/b.ts → lib/c.ts → lib/a.ts"]);
  });

  it("counts imports of types", () => {
    const tree = treeOf({ "lib/a.ts": 'import type { B } from "./b.ts";', "lib/b.ts": 'import { A } from "./a.ts";' });
    expect(findImportCycles(tree)).toEqual(["lib/a.ts → lib/b.ts → lib/a.ts"]);
  });
});

describe("the rules about what code uses", () => {
  it("refuse the environment, the exit and the console elsewhere", () => {
    const tree = treeOf({
      "config/env.ts": "export const port = process.env.TAMTAM_PORT;",
      "lib/a.ts": "if (process.env.HOME) process.exit(1);",
      "engine/jobs/b.ts": 'console.log("done");',
      "surfaces/cli/c.ts": 'console.log("done"); process.exitCode = 1;',
      "lib/d.ts": '// console.log\nconst text = "process.env";',
    });
    expect(findMisplacedUses(tree, guardedUses)).toEqual([
      "lib/a.ts uses process.env: only config/env.ts, engine/transcription/moonshine/forbid-telemetry.ts may",
      "lib/a.ts uses process.exit: only main.ts may",
      "engine/jobs/b.ts uses console: only surfaces/cli, lib/logger.ts may",
    ]);
  });

  it.each(["Date.now", "new Date()", "Math.random", "performance.now", "randomUUID", "setTimeout", "fetch("])(
    "refuse %s where the same arguments must give the same answer",
    (use) => {
      const tree = treeOf({ "engine/analysis/a.ts": `const a = ${use};`, "engine/jobs/b.ts": `const b = ${use};` });
      expect(findImpurities(tree, importTable)).toEqual([`engine/analysis/a.ts uses ${use}: it is pure`]);
    },
  );

  it("allow pure code to read a date that it was given", () => {
    expect(findImpurities(treeOf({ "calls/time.ts": "const a = new Date(startMs);" }), importTable)).toEqual([]);
  });
});

describe("the rules about files", () => {
  const limits = { ...shapeLimits, fileLines: 3, libFiles: 1 };

  it("refuse a long file, unless it is a table of data", () => {
    const tree = treeOf({ "lib/a.ts": "1\n2\n3\n4\n", "lib/b.ts": "1\n2\n3\n", "lib/words.ts": "1\n2\n3\n4\n" });
    expect(findLongFiles(tree, { ...limits, dataTables: ["lib/words.ts"] })).toEqual([
      "lib/a.ts has 4 lines: 3 at most",
    ]);
  });

  it("refuse a fifth folder below src", () => {
    const tree = treeOf({ "a/b/c/d/fine.ts": "", "a/b/c/d/e/deep.ts": "" });
    expect(findDeepFiles(tree, limits)).toEqual(["a/b/c/d/e/deep.ts lies deeper than 4 folders"]);
  });

  it("refuse one file too many in lib, not counting tests", () => {
    expect(findCrowdedLib(treeOf({ "lib/a.ts": "", "lib/a.test.ts": "" }), limits)).toEqual([]);
    expect(findCrowdedLib(treeOf({ "lib/a.ts": "", "lib/b.ts": "" }), limits)).toEqual(["lib has 2 files: 1 at most"]);
  });

  it("refuse every index.ts but the package's own", () => {
    expect(findBarrels(treeOf({ "index.ts": "", "calls/index.ts": "" }))).toEqual([
      "calls/index.ts: no index.ts but the package's own",
    ]);
  });

  it("refuse names that are not kebab-case or say nothing", () => {
    const tree = treeOf({
      "lib/README.md": "",
      "lib/retry.test.ts": "",
      "lib/common-words.ts": "",
      "lib/byteRange.ts": "",
      "lib/date-utils.ts": "",
      "engine/shared/common.ts": "",
      "engine/queue/job-manager.ts": "",
    });
    expect(findBadNames(tree)).toEqual([
      'lib/byteRange.ts: "byteRange" is not kebab-case',
      'lib/date-utils.ts: "date-utils" says nothing',
      'engine/shared/common.ts: "common" says nothing',
      'engine/shared: "shared" says nothing',
      'engine/queue/job-manager.ts: "job-manager" says nothing',
    ]);
  });

  it("ask for a README of a few lines in each top folder and each part of the engine", () => {
    const tree = treeOf({
      "main.ts": "",
      "calls/call.ts": "",
      "calls/README.md": "The domain.\n",
      "lib/retry.ts": "",
      "engine/README.md": "1\n2\n3\n4\n5\n6\n",
      "engine/queue/job-queue.ts": "",
      "engine/queue/README.md": "\n\n",
      "surfaces/README.md": "1\n2\n3\n4\n5\n",
      "surfaces/cli/run.ts": "",
    });
    expect(findMissingReadmes(tree, shapeLimits)).toEqual([
      "lib has no README.md",
      "engine/README.md has 6 lines: 5 at most",
      "engine/queue has no README.md",
    ]);
  });
});
