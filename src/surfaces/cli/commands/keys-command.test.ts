import { describe, expect, it } from "vitest";
import { makeFakeCli } from "../../../../test/support/cli/run-fake-cli.ts";

const allBounds = [
  "--name",
  "n8n",
  "--scopes",
  "api:calls:create, api:users:read",
  "--expires-in-days",
  "2",
  "--trusted-ips",
  "10.0.0.0/8,::1",
  "--user",
  "u1",
];

describe("tamtam keys", () => {
  it("makes, lists and revokes keys as JSON", async () => {
    const cli = makeFakeCli();
    const answer = async (...argv: string[]): Promise<unknown> => {
      cli.stdout.text = "";
      expect(await cli.run("keys", ...argv)).toBe(0);
      return JSON.parse(cli.stdout.text);
    };
    expect(await answer("create")).toEqual({ accessKey: "key1", accessKeySecret: "secret" });
    expect(await answer("create", ...allBounds)).toEqual({ accessKey: "key2", accessKeySecret: "secret" });
    expect(await answer("list")).toEqual([
      {
        accessKey: "key1",
        name: null,
        created: "2025-01-13T00:00:00.000Z",
        expires: null,
        revoked: null,
        scopes: "all",
        trustedIps: [],
        userId: null,
      },
      {
        accessKey: "key2",
        name: "n8n",
        created: "2025-01-13T00:00:00.000Z",
        expires: "2025-01-15T00:00:00.000Z",
        revoked: null,
        scopes: ["api:calls:create", "api:users:read"],
        trustedIps: ["10.0.0.0/8", "::1"],
        userId: "u1",
      },
    ]);
    expect(await answer("revoke", "key1")).toEqual({ accessKey: "key1", revoked: true });
    expect(await answer("list")).toMatchObject([{ revoked: "2025-01-14T00:00:00.000Z" }, { revoked: null }]);
  });

  it("says to people that the secret is shown once, and what each key may do", async () => {
    const cli = makeFakeCli({ isTerminal: { stdout: true } });
    await cli.run("keys", "create");
    await cli.run("keys", "create", ...allBounds);
    cli.stdout.text = cli.stdout.text.split("\n").slice(0, 3).join("\n") + "\n";
    await cli.run("keys", "list");
    expect(cli.stdout.text.split("\n")).toEqual([
      "Access key:        key1",
      "Access key secret: secret",
      "Keep the secret now: it is not shown again.",
      "Access key  key1",
      "Acts for    the company",
      "Scopes      all",
      "From        anywhere",
      "Made        2025-01-13T00:00:00.000Z",
      "Ends        never",
      "",
      "Access key  key2",
      "Name        n8n",
      "Acts for    user u1",
      "Scopes      api:calls:create",
      "            api:users:read",
      "From        10.0.0.0/8",
      "            ::1",
      "Made        2025-01-13T00:00:00.000Z",
      "Ends        2025-01-15T00:00:00.000Z",
      "",
    ]);
  });

  it("refuses a key that is not there, a command without its key, and options it does not know", async () => {
    const cli = makeFakeCli({ isTerminal: { stderr: true } });
    expect(await cli.run("keys", "revoke", "key9")).toBe(3);
    expect(await cli.run("keys", "revoke")).toBe(2);
    expect(cli.stderr.text).toContain("tamtam: access-key: is required\n");
    expect(await cli.run("keys", "create", "--scope", "api:users:read")).toBe(2);
    expect(cli.stderr.text).toContain("--scope");
    expect(await cli.run("keys", "create", "--name")).toBe(2);
    expect(await cli.run("keys")).toBe(2);
    expect(await cli.run("keys", "destroy")).toBe(2);
  });
});
