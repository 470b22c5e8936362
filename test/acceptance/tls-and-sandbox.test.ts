import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ACCESS_KEY, ACCESS_KEY_SECRET, finished, TestLibrary } from "../support/tamtam.ts";
import { fetchOverTls, type MadeCertificate, makeCertificate } from "../support/tls-client.ts";

const authorization = `Basic ${Buffer.from(`${ACCESS_KEY}:${ACCESS_KEY_SECRET}`).toString("base64")}`;

let library: TestLibrary;
let certificate: MadeCertificate;
let settings: Record<string, string>;

async function put(name: string, { cert, key }: MadeCertificate): Promise<Record<string, string>> {
  const [certFile, keyFile] = [join(library.dataDir, `${name}.pem`), join(library.dataDir, `${name}-key.pem`)];
  await Promise.all([writeFile(certFile, cert), writeFile(keyFile, key)]);
  return { TAMTAM_TLS_CERT: certFile, TAMTAM_TLS_KEY: keyFile };
}

beforeAll(async () => {
  library = await TestLibrary.create();
  certificate = await makeCertificate();
  settings = { ...(await put("server", certificate)), TAMTAM_SANDBOX: "server-errors:share=1,expired-links" };
  await library.answer(["seed", "--calls", "20"]);
});
afterAll(() => library[Symbol.asyncDispose]());

describe("tamtam serve with a certificate, as a sandbox", () => {
  test("says both at its start, and is Gong to a client that is pointed here by name", async () => {
    const server = await library.serve(settings);
    expect(server.url).toMatch(/^https:/);
    const hardCoded = `https://api.gong.io:${new URL(server.url).port}`;
    const ask = (path: string, method = "GET", body?: object) =>
      fetchOverTls(hardCoded + path, certificate, {
        method,
        headers: { authorization, "content-type": "application/json" },
        ...(body && { body: JSON.stringify(body) }),
      });
    expect([500, 502, 503, 504]).toContain((await ask("/v2/calls")).status);
    const { sandbox } = JSON.parse((await ask("/tamtam/v1/sandbox", "PUT", { switches: {} })).text);
    expect(sandbox).toMatchObject({ enabled: true, seed: "tamtam", switches: {} });
    const calls = JSON.parse((await ask("/v2/calls")).text);
    expect(calls.records.totalRecords).toBe(20);
    expect(calls.calls[0].url).toMatch(new RegExp(`^${server.url}/call\\?id=`));
    expect(await server.stop()).toBe(0);
  });

  test("says to people and programs that it is a sandbox", async () => {
    const child = library.start(["serve", "--json"], settings);
    const ended = finished(child);
    await new Promise((resolve) => child.stdout?.once("data", resolve));
    child.kill("SIGINT");
    const { stdout } = await ended;
    expect(JSON.parse(stdout)).toMatchObject({
      url: expect.stringMatching(/^https:/),
      sandbox: "server-errors, expired-links; seed tamtam",
    });
  });

  test("is named by tamtam doctor, with the days that the certificate is good for", async () => {
    const { stdout } = await library.run(["doctor", "--json"], { settings });
    expect(stdout).toContain("DNS:api.gong.io, IP Address:127.0.0.1, valid for 99 more days");
    expect(stdout).toContain("server-errors, expired-links; seed tamtam");
    expect(stdout).toContain("would listen on https://127.0.0.1:0");
  });
});

test("a certificate that is over ends the start, naming variable, file and mend", async () => {
  const over = await put("over", await makeCertificate({ fromMs: 0, untilMs: Date.parse("2020-01-01T00:00:00Z") }));
  const { code, stderr } = await library.run(["serve"], { settings: over });
  expect(code).toBe(5);
  expect(stderr).toContain(
    `TAMTAM_TLS_CERT: the certificate in ${over["TAMTAM_TLS_CERT"]} expired on Jan  1 00:00:00 2020`,
  );
});

test("a certificate without its key, and a switch that there is not, are told before anything listens", async () => {
  const withoutKey = await library.run(["serve"], { settings: { TAMTAM_TLS_CERT: "/etc/tls/cert.pem" } });
  expect(withoutKey.code).toBe(5);
  expect(withoutKey.stderr).toContain("TAMTAM_TLS_KEY: is required: TAMTAM_TLS_CERT and TAMTAM_TLS_KEY go together");
  const unknown = await library.run(["serve"], { settings: { TAMTAM_SANDBOX: "late-call" } });
  expect(unknown.code).toBe(5);
  expect(unknown.stderr).toContain("TAMTAM_SANDBOX: has no switch late-call; there are late-calls, ");
});
