import { describe, expect, it } from "vitest";
import { makeFakeCli } from "../../../../test/support/cli/run-fake-cli.ts";
import { ConflictError } from "../../../calls/errors.ts";

describe("tamtam seed", () => {
  it("asks for 300 calls of the usual seed up to today, and tells programs what it did", async () => {
    const cli = makeFakeCli();
    cli.host.seededBefore = 299;
    expect(await cli.run("seed")).toBe(0);
    expect(cli.host.seedOrders).toEqual([
      { seed: "tamtam", callCount: 300, untilMs: undefined, mayAddToOthers: false },
    ]);
    expect(JSON.parse(cli.stdout.text)).toEqual({
      seed: "tamtam",
      until: "2025-06-30",
      company: { name: "Acme", domain: "acme.example" },
      users: 3,
      accounts: 2,
      calls: { added: 1, present: 299 },
      seconds: expect.any(Number),
    });
  });

  it("takes number, seed, date and the leave to add to other calls", async () => {
    const cli = makeFakeCli();
    expect(await cli.run("seed", "--calls", "8", "--seed=shop", "--until", "2025-02-28", "--add")).toBe(0);
    expect(cli.host.seedOrders).toEqual([
      { seed: "shop", callCount: 8, untilMs: Date.UTC(2025, 1, 28), mayAddToOthers: true },
    ]);
    expect(cli.stderr.text).toBe("Calls: 2 of 8\nCalls: 4 of 8\nCalls: 6 of 8\nCalls: 8 of 8\n");
  });

  it("tells people in words, and shows them a bar meanwhile", async () => {
    const cli = makeFakeCli({ isTerminal: { stdout: true, stderr: true } });
    expect(await cli.run("seed", "--calls", "8")).toBe(0);
    expect(cli.stdout.text).toMatch(
      /^Acme \(acme\.example\) has 3 users and 8 calls with 2 accounts, up to 2025-06-30\.\n8 were added now, in [\d.]+ s\.\nTo look around: tamtam search-calls --keywords pricing\n$/,
    );
    expect(cli.stderr.text).toContain("8 of 8");
  });

  it("says everything that is wrong with what was asked", async () => {
    const cli = makeFakeCli({ isTerminal: { stderr: true } });
    expect(await cli.run("seed", "--calls", "0", "--seed", " ", "--until", "2025-02-30")).toBe(2);
    expect(cli.stderr.text).toContain('--calls: must be a whole number from 1 to 100000; got "0"');
    expect(cli.stderr.text).toContain("--seed: must be a text of 1 to 100 characters");
    expect(cli.stderr.text).toContain('--until: must be a date such as 2025-06-30; got "2025-02-30"');
    for (const calls of ["1e3", "-1", "100001", "many"]) expect(await cli.run("seed", `--calls=${calls}`)).toBe(2);
    expect(await cli.run("seed", "--amount", "3")).toBe(2);
    expect(cli.host.seedOrders).toEqual([]);
  });

  it("ends with 4 where the library has calls of another origin", async () => {
    const cli = makeFakeCli({ isTerminal: { stderr: true } });
    cli.host.failure = new ConflictError("There are 2 calls in this library that no seed made.");
    expect(await cli.run("seed")).toBe(4);
    expect(cli.stderr.text).toContain("that no seed made");
  });

  it("ends with 130 on Ctrl-C and says how to go on", async () => {
    const cli = makeFakeCli({ isTerminal: { stderr: true } });
    cli.host.beforeSeeding = (position) => {
      if (position === 2) cli.interruption.abort();
    };
    expect(await cli.run("seed", "--calls", "8")).toBe(130);
    expect(cli.stderr.text).toContain("3 of 8 calls are there; the same command adds the rest.");
    expect(cli.stdout.text).toBe("");
  });
});
