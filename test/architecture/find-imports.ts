import { dirname, join } from "node:path/posix";

export interface Import {
  /** As written: `../calls/call.ts`, `node:fs`, `zod`. */
  readonly specifier: string;
  /** True when nothing of it is left after compilation. */
  readonly isTypeOnly: boolean;
}

const patterns: readonly RegExp[] = [
  // import x from "…", import type { … } from "…", export { … } from "…"
  /^[ \t]*(?:import|export)\s+(?<kind>type\b)?[^;"'`=]*?\bfrom\s*"(?<specifier>[^"]+)"/gm,
  // import "…"
  /^[ \t]*import\s*"(?<specifier>[^"]+)"/gm,
  // import("…"), require("…"), import.meta.resolve("…")
  /\b(?:import|require|require\.resolve|import\.meta\.resolve)\s*\(\s*"(?<specifier>[^"]+)"/g,
];

/** new URL("./worker.ts", import.meta.url) and functions like it: the name of a file beside this one. */
const besideThisFile = /\(\s*"(?<specifier>[\w./-]+)"\s*,\s*import\.meta\.url\b/g;

/** Every import in a file, in whatever form; formatted code is expected. */
export function findImports(text: string): readonly Import[] {
  const code = blankComments(text);
  const imports = patterns.flatMap((pattern) => [...code.matchAll(pattern)].map(toImport));
  const besides = [...code.matchAll(besideThisFile)]
    .map(toImport)
    .map((found) => ({ ...found, specifier: asFileBeside(found.specifier) }));
  return [...imports, ...besides].filter((found) => found.specifier !== "");
}

function toImport(match: RegExpExecArray): Import {
  return { specifier: match.groups?.["specifier"] ?? "", isTypeOnly: match.groups?.["kind"] !== undefined };
}

function asFileBeside(name: string): string {
  const path = name.startsWith(".") ? name : `./${name}`;
  return /\.\w+$/.test(path) ? path : `${path}.ts`;
}

/** The file of the tree that an import names, or undefined for packages and Node's modules. */
export function targetOf(importingPath: string, specifier: string): string | undefined {
  return specifier.startsWith(".") ? join(dirname(importingPath), specifier) : undefined;
}

/** `@scope/name/file.js` belongs to `@scope/name`; undefined for files of the tree and Node's modules. */
export function packageOf(specifier: string): string | undefined {
  if (specifier.startsWith(".") || specifier.startsWith("node:")) return undefined;
  const parts = specifier.split("/");
  return specifier.startsWith("@") ? parts.slice(0, 2).join("/") : parts[0];
}

const stringOrComment = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;

/** The code without its comments; line breaks stay. */
export function blankComments(text: string): string {
  return text.replace(stringOrComment, (part) => (/^\/[/*]/.test(part) ? part.replace(/[^\n]/g, " ") : part));
}

/** The code without comments and without what stands in quotes. */
export function blankCommentsAndStrings(text: string): string {
  return blankComments(text).replace(stringOrComment, (part) => (part.startsWith("`") ? part : '""'));
}
