import { expect, test } from "vitest";
import { ConfigError } from "./config-error.ts";
import { makeConfig } from "./config.ts";

function configure(settings: Record<string, string>) {
  return makeConfig({ settings, dataDir: "/data", file: undefined });
}

function problemsOf(settings: Record<string, string>): string[] {
  try {
    configure(settings);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.map(({ name, message }) => `${name}: ${message}`);
    throw error;
  }
  return [];
}

test("nothing needs to be set", () => {
  const { config } = configure({});
  expect(config.server).toEqual({ host: "127.0.0.1", port: 8090, publicUrl: undefined });
  expect(config.media.maxBytes).toBe(1_500_000_000);
  expect(config.transcription).toMatchObject({ engine: "moonshine", model: "base", cacheDir: "/data/models" });
});

test("lists are read with commas or spaces, sizes in their unit, fast means the small model", () => {
  const { config } = configure({
    TAMTAM_MEDIA_ALLOW_HOSTS: "Recorder.internal, 10.0.0.0/8",
    TAMTAM_MEDIA_MAX_GB: "0.5",
    TAMTAM_MODEL: "fast",
    TAMTAM_PUBLIC_URL: "https://calls.example.com/",
  });
  expect(config.media.allowHosts).toEqual(["recorder.internal", "10.0.0.0/8"]);
  expect(config.media.maxBytes).toBe(500_000_000);
  expect(config.transcription).toMatchObject({ model: "tiny" });
  expect(config.server.publicUrl).toBe("https://calls.example.com");
});

test("nothing is limited unless asked for; Gong's own limits have a name, and each can be changed", () => {
  expect(configure({}).config.limits).toEqual({ perSecond: undefined, perDay: undefined });
  expect(configure({ TAMTAM_LIMITS: "gong" }).config.limits).toEqual({ perSecond: 3, perDay: 10_000 });
  const changed = configure({ TAMTAM_LIMITS: "gong", TAMTAM_LIMIT_PER_DAY: "50" }).config.limits;
  expect(changed).toEqual({ perSecond: 3, perDay: 50 });
  expect(problemsOf({ TAMTAM_LIMIT_PER_SECOND: "0" })).toHaveLength(1);
});

test("trusted proxies are addresses and ranges", () => {
  const { config } = configure({ TAMTAM_TRUSTED_PROXIES: "127.0.0.1, 10.0.0.0/8 ::1" });
  expect(config.trustedProxies).toEqual(["127.0.0.1", "10.0.0.0/8", "::1"]);
  for (const wrong of ["proxy.internal", "10.0.0.0/33", "10.0.0.0/8/8", "10.0.0.0/", "::/129"]) {
    expect(problemsOf({ TAMTAM_TRUSTED_PROXIES: wrong })).toHaveLength(1);
  }
});

test("every problem is told at once, a name that is no setting too", () => {
  expect(problemsOf({ TAMTAM_PORT: "80x", TAMTAM_MODEL: "huge", TAMTAM_PROT: "1" })).toEqual([
    "TAMTAM_PROT: is not a setting; docs/configuration.md lists those there are",
    'TAMTAM_PORT: must be a whole number from 0 to 65535; got "80x"',
    'TAMTAM_MODEL: must be base or fast; got "huge"',
  ]);
});

test("the company's time zone is one that there is", () => {
  expect(configure({}).config.timeZone).toBe("UTC");
  expect(configure({ TAMTAM_TIME_ZONE: "Europe/Berlin" }).config.timeZone).toBe("Europe/Berlin");
  expect(problemsOf({ TAMTAM_TIME_ZONE: "Berlin" })).toEqual([
    'TAMTAM_TIME_ZONE: must be the name of a time zone, such as Europe/Berlin; got "Berlin"',
  ]);
});

test("what belongs together must be there together", () => {
  expect(problemsOf({ TAMTAM_ACCESS_KEY: "ABCDEFGH", TAMTAM_TRANSCRIBER: "openai-compatible" })).toEqual([
    "TAMTAM_ACCESS_KEY_SECRET: is required: TAMTAM_ACCESS_KEY and TAMTAM_ACCESS_KEY_SECRET go together",
    "TAMTAM_TRANSCRIBER_URL: is required with TAMTAM_TRANSCRIBER=openai-compatible, such as http://127.0.0.1:8000/v1",
  ]);
});

test("secrets are shown by nothing that prints", () => {
  const { config, secrets } = configure({
    TAMTAM_ACCESS_KEY: "ABCDEFGH",
    TAMTAM_ACCESS_KEY_SECRET: "sixteen-letters-x",
  });
  expect(JSON.stringify({ config, secrets })).not.toContain("sixteen-letters-x");
  expect(problemsOf({ TAMTAM_ACCESS_KEY: "ABCDEFGH", TAMTAM_ACCESS_KEY_SECRET: "short" }).join()).not.toContain(
    "short;",
  );
  expect(secrets.accessKeySecret).toBe("sixteen-letters-x");
});
