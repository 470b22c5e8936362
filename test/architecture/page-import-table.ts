import type { FolderRule } from "./import-table.ts";

/** Who may import whom in the page. Paths are relative to the project's root. */
export const pageImportTable: readonly FolderRule[] = [
  // The bundler's settings run on the builder's machine.
  { folder: "web/vite.config.ts", mayImport: [], builtins: "all" },
  {
    folder: "web",
    mayImport: ["src/client", "src/calls", "src/connection/clock-time.ts", "src/gong-api/remote-error.ts"],
    mayImportTypes: ["src/gong-api", "src/connection"],
    builtins: [],
    runsInBrowser: true,
  },
];

/** Which file or folder of the page may import a third-party package. All are bundled, so that none is a dependency of the package. */
export const pagePackagePlaces: Readonly<Record<string, readonly string[]>> = {
  "@mantine/core": ["web/src"],
  "@tanstack/react-query": ["web/src"],
  "@tanstack/react-virtual": ["web/src/transcript"],
  "@vitejs/plugin-react": ["web/vite.config.ts"],
  react: ["web/src"],
  "react-dom": ["web/src/main.tsx"],
  vite: ["web/vite.config.ts"],
  wouter: ["web/src"],
};
