import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const outputFolder = join(import.meta.dirname, "../dist/web");
/** What `npm run dev:web` passes on to a server that runs. */
const serverPaths = ["/connection", "/v2", "/tamtam", "/media", "/health", "/docs", "/openapi.json"];
const server = process.env["TAMTAM_URL"] ?? "http://127.0.0.1:8090";

export default defineConfig({
  root: import.meta.dirname,
  // Every address of a scene is one name long, so that the page works below a proxy's path too.
  base: "./",
  plugins: [react(), scenesInDevelopment(), compressed()],
  build: {
    outDir: outputFolder,
    emptyOutDir: true,
    // Nothing inside of a style sheet that the page's policy would refuse.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // Whoever has the page has what it was made of, and those who made that are to be named.
    license: { fileName: "licences.md" },
  },
  server: { proxy: Object.fromEntries(serverPaths.map((path) => [path, { target: server }])) },
});

/** While developing, `/team` and the others are the page, and `/` leads to the calls, as the server has it. */
function scenesInDevelopment(): Plugin {
  return {
    name: "scenes-in-development",
    configureServer: ({ middlewares }) => {
      middlewares.use((request, response, next) => {
        if (request.url !== "/") return next();
        response.writeHead(302, { Location: "calls" }).end();
      });
    },
  };
}

/** Beside each file that is text its shorter forms, so that the server need not make them. */
function compressed(): Plugin {
  return {
    name: "compressed",
    apply: "build",
    closeBundle: async () => {
      const entries = await readdir(outputFolder, { recursive: true, withFileTypes: true });
      const files = entries.filter((entry) => entry.isFile() && /\.(css|html|js|svg)$/.test(entry.name));
      await Promise.all(files.map((entry) => compress(join(entry.parentPath, entry.name))));
    },
  };
}

async function compress(file: string): Promise<void> {
  const bytes = await readFile(file);
  await writeFile(`${file}.br`, await promisify(brotliCompress)(bytes));
  await writeFile(`${file}.gz`, await promisify(gzip)(bytes));
}
