import { expect, test } from "vitest";
import { ConfigError } from "./config-error.ts";
import { makeConfig } from "./config.ts";

const make = (settings: Record<string, string>) => makeConfig({ settings, dataDir: "/data", file: undefined });

test("connections are made by settings, as many as there are, with their secrets apart", () => {
  const { config, secrets } = make({
    TAMTAM_CONNECTION: "acme",
    TAMTAM_CONNECTION_ACME_ACCESS_KEY: "KEY",
    TAMTAM_CONNECTION_ACME_ACCESS_KEY_SECRET: "hidden",
    TAMTAM_CONNECTION_EU_SALES_ACCESS_KEY: "KEY2",
    TAMTAM_CONNECTION_EU_SALES_ACCESS_KEY_SECRET: "hidden2",
    TAMTAM_CONNECTION_EU_SALES_BASE_URL: "https://eu-1.api.gong.io",
    TAMTAM_CONNECTION_EU_SALES_PER_SECOND: "1",
  });
  expect(config.connection).toBe("acme");
  expect(config.connections).toEqual([
    { name: "acme", accessKey: "KEY", baseUrl: "https://api.gong.io", kind: "gong", limits: undefined },
    {
      name: "eu-sales",
      accessKey: "KEY2",
      baseUrl: "https://eu-1.api.gong.io",
      kind: "gong",
      limits: { perSecond: 1, perDay: undefined },
    },
  ]);
  expect(secrets.connectionSecret("eu-sales")).toBe("hidden2");
  expect(JSON.stringify([config, secrets])).not.toContain("hidden");
});

test("everything that is wrong with them is told at once, and no secret with it", () => {
  const broken = () =>
    make({
      TAMTAM_CONNECTION_ACME_ACCESS_KEY_SECRET: "hidden",
      TAMTAM_CONNECTION_ACME_BASE_URL: "acme",
      TAMTAM_CONNECTION_ACME_COLOUR: "blue",
    });
  expect(broken).toThrow(ConfigError);
  expect(broken).toThrow(/TAMTAM_CONNECTION_ACME_COLOUR: is not a setting/);
  expect(broken).toThrow(/TAMTAM_CONNECTION_ACME_ACCESS_KEY: is required/);
  expect(broken).toThrow(/TAMTAM_CONNECTION_ACME_BASE_URL: must be an http or https URL/);
  expect(broken).not.toThrow(/hidden/);
});

test("a secret goes over plain http to this machine alone, unless that is said to be wanted", () => {
  const settings = (baseUrl: string) => ({
    TAMTAM_CONNECTION_ACME_ACCESS_KEY: "KEY",
    TAMTAM_CONNECTION_ACME_ACCESS_KEY_SECRET: "hidden",
    TAMTAM_CONNECTION_ACME_BASE_URL: baseUrl,
  });
  expect(() => make(settings("http://calls.example:8090"))).toThrow(
    /ACME_BASE_URL: is plain http.*calls\.example:8090/,
  );
  expect(make(settings("http://127.0.0.1:8090")).config.connections).toHaveLength(1);
  const insecure = { ...settings("http://calls.example"), TAMTAM_CONNECTION_ACME_INSECURE: "true" };
  expect(make(insecure).config.connections).toHaveLength(1);
});

test("a connection that nobody could reach is refused: the library's own name, a URL with a user name", () => {
  const named = (name: string, baseUrl: string) => () =>
    make({
      [`TAMTAM_CONNECTION_${name}_ACCESS_KEY`]: "KEY",
      [`TAMTAM_CONNECTION_${name}_ACCESS_KEY_SECRET`]: "hidden",
      [`TAMTAM_CONNECTION_${name}_BASE_URL`]: baseUrl,
    });
  expect(named("EMBEDDED", "https://api.gong.io")).toThrow(/has the name of the library on this machine/);
  expect(named("ACME", "https://me:pass@api.gong.io")).toThrow(/without a user name/);
});
