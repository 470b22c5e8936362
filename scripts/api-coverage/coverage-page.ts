import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Operation } from "../../src/gong-api/operation.ts";
import { operations } from "../../src/gong-api/operations.ts";

const fixturesFolder = new URL("../../test/gong/fixtures/", import.meta.url);

/** `docs/api-coverage.md`: every operation of Gong's, from the table that the server is made of. */
export function coveragePage(): string {
  const byArea = [...Map.groupBy(operations, (operation) => operation.area)];
  return `${head()}\n${byArea.map(([area, rows]) => areaSection(area, rows)).join("\n")}`;
}

function head(): string {
  const count = (support: Operation["support"]) => operations.filter((row) => row.support === support).length;
  return `# What of Gong's API v2 is served

Made from \`src/gong-api/operations.ts\` by \`node scripts/write-api-coverage.ts\`. Of Gong's ${operations.length} operations (as published on
2026-07-05), ${count("served")} are served, ${count("not-yet")} are not yet, and ${count("refused")} belong to parts of Gong that Tamtam does not have. What is not served says
so, by the operation's name, in Gong's error envelope: 501 where it is not served yet, 403 where it will not be. It never
answers an empty success. Paths, limits and what holds for all of them are in [surfaces/gong-api.md](surfaces/gong-api.md).

"Tested" means: exchanges written by hand are replayed in \`npm run check\`, and their answers are checked against Gong's own
OpenAPI document where that stands beside the checkout.
`;
}

function areaSection(area: string, rows: readonly Operation[]): string {
  const differences = rows.flatMap((row) =>
    row.support === "served" ? row.differences.map((sentence) => `- \`${row.id}\`: ${sentence}`) : [],
  );
  return `## ${area}

| operation | path | scope | support | tested |
| --- | --- | --- | --- | --- |
${rows.map(tableRow).join("\n")}
${differences.length === 0 ? "" : `\nKnown differences from Gong:\n\n${differences.join("\n")}\n`}`;
}

function tableRow(operation: Operation): string {
  const { id, method, path, scope } = operation;
  const cells = [
    `\`${id}\``,
    `\`${method} ${path}\``,
    scope === null ? "" : `\`${scope}\``,
    supportText(operation),
    tested(id),
  ];
  return `| ${cells.join(" | ")} |`;
}

function supportText(operation: Operation): string {
  switch (operation.support) {
    case "served":
      return "served";
    case "not-yet":
      return "not yet (501)";
    case "refused":
      return `refused (403): ${operation.product}`;
  }
}

function tested(operationId: string): string {
  const folder = operationId.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return existsSync(fileURLToPath(new URL(folder, fixturesFolder))) ? "yes" : "";
}
