import { blankCommentsAndStrings } from "./find-imports.ts";
import { ruleFor } from "./import-rules.ts";
import type { FolderRule } from "./import-table.ts";
import { isWithin, listShippedFiles, type SourceTree } from "./source-tree.ts";

/** Something that may be used in a few places only. */
export interface GuardedUse {
  readonly what: string;
  readonly pattern: RegExp;
  readonly places: readonly string[];
}

export const guardedUses: readonly GuardedUse[] = [
  {
    what: "process.env",
    pattern: /\bprocess\s*\??\.\s*env\b|\bprocess\s*\[/,
    places: ["config/env.ts", "engine/transcription/moonshine/forbid-telemetry.ts"],
  },
  { what: "process.exit", pattern: /\bprocess\s*\??\.\s*(?:exit|abort|reallyExit)\b/, places: ["main.ts"] },
  { what: "console", pattern: /\bconsole\s*\./, places: ["surfaces/cli", "lib/logger.ts"] },
];

/** The same for the page, with paths from the project's root. */
export const guardedPageUses: readonly GuardedUse[] = [
  { what: "fetch", pattern: /\bfetch\s*\(|\bXMLHttpRequest\b|\bsendBeacon\b/, places: ["web/src/api.ts"] },
  { what: "sessionStorage", pattern: /\bsessionStorage\b/, places: ["web/src/App.tsx"] },
  { what: "localStorage or cookies", pattern: /\blocalStorage\b|\bdocument\s*\.\s*cookie\b/, places: [] },
  { what: "inner HTML", pattern: /\bdangerouslySetInnerHTML\b|\binnerHTML\b/, places: [] },
  { what: "console", pattern: /\bconsole\s*\./, places: [] },
];

/** Uses of something outside of the places where it may be used. */
export function findMisplacedUses(tree: SourceTree, uses: readonly GuardedUse[]): readonly string[] {
  return listShippedFiles(tree).flatMap(([path, text]) => {
    const code = blankCommentsAndStrings(text);
    return uses
      .filter(({ pattern, places }) => pattern.test(code) && !places.some((place) => isWithin(path, place)))
      .map(({ what, places }) => `${path} uses ${what}: only ${places.join(", ")} may`);
  });
}

const clockChanceOrNetwork: readonly RegExp[] = [
  /\bDate\s*\.\s*now\b/,
  /\bnew\s+Date\s*\(\s*\)/,
  /\bperformance\s*\.\s*now\b/,
  /\bMath\s*\.\s*random\b/,
  /\brandomUUID\b/,
  /\b(?:setTimeout|setInterval)\b/,
  /\bfetch\s*\(/,
];

/** Clock, chance and network in folders whose answers depend on their arguments alone. */
export function findImpurities(tree: SourceTree, table: readonly FolderRule[]): readonly string[] {
  return listShippedFiles(tree).flatMap(([path, text]) => {
    if (!ruleFor(path, table)?.isPure) return [];
    const code = blankCommentsAndStrings(text);
    return clockChanceOrNetwork
      .map((pattern) => pattern.exec(code)?.[0])
      .filter((found) => found !== undefined)
      .map((found) => `${path} uses ${found}: it is pure`);
  });
}
