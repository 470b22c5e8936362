import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readNpmConfiguration } from "./npm-configuration.ts";

describe("readNpmConfiguration", () => {
  let home: string;

  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), "tamtam-npm-"));
  });

  afterEach(() => rm(home, { recursive: true }));

  it("takes npm's defaults where nothing is set", async () => {
    const options = await readNpmConfiguration({ workingDir: home, environment: { HOME: home } });
    expect(options["registry"]).toBe("https://registry.npmjs.org/");
  });

  it("reads registry, proxy and credentials from the user's .npmrc", async () => {
    const npmrc = [
      "registry=https://packages.example/npm/",
      "https-proxy=http://proxy.example:3128/",
      "//packages.example/npm/:_authToken=secret",
    ];
    await writeFile(join(home, ".npmrc"), npmrc.join("\n"));
    const options = await readNpmConfiguration({ workingDir: "/", environment: { HOME: home } });
    expect(options["registry"]).toBe("https://packages.example/npm/");
    expect(options["httpsProxy"]).toBe("http://proxy.example:3128/");
    expect(options["//packages.example/npm/:_authToken"]).toBe("secret");
  });

  it("prefers npm's environment variables and leaves the environment as it was", async () => {
    await writeFile(join(home, ".npmrc"), "registry=https://packages.example/npm/");
    const environment = { HOME: home, npm_config_registry: "https://other.example/" };
    const options = await readNpmConfiguration({ workingDir: home, environment });
    expect(options["registry"]).toBe("https://other.example/");
    expect(environment).toEqual({ HOME: home, npm_config_registry: "https://other.example/" });
  });
});
