import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { Header } from "tar";

export interface PublishedPackage {
  readonly name: string;
  readonly version: string;
  /** Path inside the package and content. */
  readonly files: Readonly<Record<string, Uint8Array>>;
}

/** An npm registry on this machine that has a few packages, and counts how often their tarballs are asked for. */
export class LocalNpmRegistry implements AsyncDisposable {
  readonly #server: Server;
  readonly #tarballs = new Map<string, Buffer>();
  tarballRequestCount = 0;

  private constructor(packages: readonly PublishedPackage[]) {
    for (const published of packages) this.#tarballs.set(published.name, packed(published));
    this.#server = createServer((request, response) => {
      const path = decodeURIComponent(request.url ?? "");
      const published = packages.find(({ name }) => path === `/${name}` || path.startsWith(`/${name}/`));
      const tarball = published === undefined ? undefined : this.#tarballs.get(published.name);
      if (published === undefined || tarball === undefined) {
        response.writeHead(404).end("{}");
      } else if (path.endsWith(".tgz")) {
        this.tarballRequestCount += 1;
        response.end(tarball);
      } else {
        response.end(JSON.stringify(packument(published, tarball, this.url)));
      }
    });
  }

  static async open(packages: readonly PublishedPackage[]): Promise<LocalNpmRegistry> {
    const registry = new LocalNpmRegistry(packages);
    await new Promise<void>((resolve) => registry.#server.listen(0, "127.0.0.1", resolve));
    return registry;
  }

  get url(): string {
    // A listening TCP server always has an address of this kind.
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

function packument({ name, version }: PublishedPackage, tarball: Buffer, url: string): object {
  const integrity = `sha512-${createHash("sha512").update(tarball).digest("base64")}`;
  const dist = { tarball: `${url}/${name}/-/${version}.tgz`, integrity };
  return { name, "dist-tags": { latest: version }, versions: { [version]: { name, version, dist } } };
}

function packed({ name, version, files }: PublishedPackage): Buffer {
  const manifest = Buffer.from(JSON.stringify({ name, version }));
  const entries = Object.entries({ "package.json": manifest, ...files });
  const blocks = entries.flatMap(([path, content]) => {
    const header = new Header({ path: `package/${path}`, size: content.length, type: "File", mode: 0o644 });
    header.encode();
    return [header.block ?? Buffer.alloc(0), content, Buffer.alloc((512 - (content.length % 512)) % 512)];
  });
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]));
}
