import { describe, expect, it } from "vitest";
import { makeFakeCli } from "../../../../test/support/cli/run-fake-cli.ts";

describe("tamtam keys", () => {
  it("makes, lists and revokes keys as JSON", async () => {
    const cli = makeFakeCli();
    const answer = async (...argv: string[]): Promise<unknown> => {
      cli.stdout.text = "";
      expect(await cli.run("keys", ...argv)).toBe(0);
      return JSON.parse(cli.stdout.text);
    };
    expect(await answer("create")).toEqual({ accessKey: "key1", accessKeySecret: "secret" });
    expect(await answer("list")).toEqual([{ accessKey: "key1", created: "2025-01-13T00:00:00.000Z", revoked: null }]);
    expect(await answer("revoke", "key1")).toEqual({ accessKey: "key1", revoked: true });
    expect(await answer("list")).toMatchObject([{ revoked: "2025-01-14T00:00:00.000Z" }]);
  });

  it("says to people that the secret is shown once", async () => {
    const cli = makeFakeCli({ isTerminal: { stdout: true } });
    await cli.run("keys", "create");
    await cli.run("keys", "list");
    expect(cli.stdout.text.split("\n")).toEqual([
      "Access key:        key1",
      "Access key secret: secret",
      "Keep the secret now: it is not shown again.",
      "Access key  Made                      Revoked",
      "key1        2025-01-13T00:00:00.000Z  no",
      "",
    ]);
  });

  it("refuses a key that is not there, and a command without its key", async () => {
    const cli = makeFakeCli({ isTerminal: { stderr: true } });
    expect(await cli.run("keys", "revoke", "key9")).toBe(3);
    expect(await cli.run("keys", "revoke")).toBe(2);
    expect(cli.stderr.text).toContain("tamtam: access-key: is required\n");
    expect(await cli.run("keys")).toBe(2);
    expect(await cli.run("keys", "destroy")).toBe(2);
  });
});
