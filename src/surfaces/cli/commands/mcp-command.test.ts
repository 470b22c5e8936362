import { describe, expect, it } from "vitest";
import { makeFakeCli } from "../../../../test/support/cli/run-fake-cli.ts";

describe("tamtam mcp", () => {
  it("hands standard input and output to the agent that started it, and writes nothing itself", async () => {
    const cli = makeFakeCli();
    expect(await cli.run("mcp")).toBe(0);
    expect(cli.host.mcpOrders).toMatchObject([{ connection: undefined }]);
    expect([cli.stdout.text, cli.stderr.text]).toEqual(["", ""]);
  });

  it("takes the connection like every command, and refuses one that is not there", async () => {
    const cli = makeFakeCli();
    expect(await cli.run("mcp", "--connection", "/acme")).toBe(0);
    expect(cli.host.mcpOrders).toMatchObject([{ connection: "acme" }]);
    expect(await cli.run("mcp", "--connection", "missing")).toBe(3);
    expect(await cli.run("mcp", "--port", "7")).toBe(2);
    expect(cli.host.mcpOrders).toHaveLength(1);
  });

  it("tells a person at a terminal that it is for agents, on stderr", async () => {
    const cli = makeFakeCli({ isTerminal: { stdin: true, stdout: true, stderr: true } });
    expect(await cli.run("mcp")).toBe(0);
    expect(cli.stdout.text).toBe("");
    expect(cli.stderr.text).toContain("for agents to start");
  });
});
