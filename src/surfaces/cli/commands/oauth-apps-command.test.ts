import { describe, expect, it } from "vitest";
import { makeFakeCli } from "../../../../test/support/cli/run-fake-cli.ts";

const n8n = [
  "--name",
  "n8n",
  "--scopes",
  "api:users:read",
  "--redirect-uri",
  "https://n8n.example.com/callback",
  "--redirect-uri",
  "http://localhost:5678/callback",
];

describe("tamtam oauth-apps", () => {
  it("registers, lists and revokes apps as JSON", async () => {
    const cli = makeFakeCli();
    const answer = async (...argv: string[]): Promise<unknown> => {
      cli.stdout.text = "";
      expect(await cli.run("oauth-apps", ...argv)).toBe(0);
      return JSON.parse(cli.stdout.text);
    };
    expect(await answer("create", ...n8n)).toEqual({ clientId: "app1", clientSecret: "secret" });
    expect(await answer("list")).toEqual([
      {
        clientId: "app1",
        name: "n8n",
        redirectUris: ["https://n8n.example.com/callback", "http://localhost:5678/callback"],
        scopes: ["api:users:read"],
        created: "2025-01-13T00:00:00.000Z",
        revoked: null,
      },
    ]);
    expect(await answer("revoke", "app1")).toEqual({ clientId: "app1", revoked: true });
    expect(await answer("list")).toMatchObject([{ revoked: "2025-01-14T00:00:00.000Z" }]);
  });

  it("says to people that the secret is shown once, and what each app may be granted", async () => {
    const cli = makeFakeCli({ isTerminal: { stdout: true } });
    await cli.run("oauth-apps", "list");
    await cli.run("oauth-apps", "create", ...n8n);
    await cli.run("oauth-apps", "list");
    expect(cli.stdout.text.split("\n")).toEqual([
      'There are no apps yet; "tamtam oauth-apps create" registers one.',
      "Client id:     app1",
      "Client secret: secret",
      "Keep the secret now: it is not shown again.",
      "App           n8n",
      "Client id     app1",
      "Redirects to  https://n8n.example.com/callback",
      "              http://localhost:5678/callback",
      "Scopes        api:users:read",
      "Made          2025-01-13T00:00:00.000Z",
      "",
    ]);
  });

  it("refuses an app that is not there", async () => {
    const cli = makeFakeCli();
    expect(await cli.run("oauth-apps", "revoke", "app9")).toBe(3);
    expect(await cli.run("oauth-apps")).toBe(2);
  });
});
