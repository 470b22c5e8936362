import { copyFile, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { Agent } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createHttpApp } from "../../src/surfaces/http/http-app.ts";
import { followTlsFiles } from "../../src/surfaces/http/follow-tls-files.ts";
import { type Listener, listen } from "../../src/surfaces/http/listen.ts";
import { readTlsCertificate } from "../../src/surfaces/http/tls-certificate.ts";
import { authorization } from "../support/http-services.ts";
import { fetchOverTls, type MadeCertificate, makeCertificate } from "../support/tls-client.ts";
import { GongServer } from "./gong-server.ts";
import { fillLibrary } from "./library.ts";

let gong: GongServer;
let made: MadeCertificate;
let listener: Listener;
let hardCoded: string;

beforeEach(async () => {
  gong = await GongServer.open();
  await fillLibrary(gong);
  made = await makeCertificate();
  listener = await listen(createHttpApp(gong.services), { host: "127.0.0.1", port: 0, tls: made, closeWithinMs: 100 });
  hardCoded = `https://api.gong.io:${new URL(listener.url).port}`;
});

afterEach(async () => {
  await listener.close();
  await gong[Symbol.asyncDispose]();
});

const headers = { authorization };

describe("a server with a certificate", () => {
  it("is reached by clients with Gong's own host in them, by name alone", async () => {
    const answer = await fetchOverTls(`${hardCoded}/v2/calls`, made, { headers });
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text)).toMatchObject({ records: { totalRecords: 2 } });
  });

  it("names itself with https", async () => {
    expect(listener.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
    expect((await fetchOverTls(`${listener.url}/health`, made)).status).toBe(200);
  });

  it("is not believed by who trusts another certificate", async () => {
    await expect(fetchOverTls(`${hardCoded}/health`, await makeCertificate())).rejects.toThrow(/self-signed/);
  });

  it("speaks TLS 1.3 and 1.2, and nothing older", async () => {
    expect((await fetchOverTls(`${hardCoded}/health`, made)).protocol).toBe("TLSv1.3");
    expect((await fetchOverTls(`${hardCoded}/health`, made, { maxVersion: "TLSv1.2" })).protocol).toBe("TLSv1.2");
    await expect(fetchOverTls(`${hardCoded}/health`, made, { maxVersion: "TLSv1.1" })).rejects.toThrow();
  });

  it("answers nothing to plain HTTP", async () => {
    await expect(fetch(listener.url.replace("https", "http"))).rejects.toThrow();
  });
});

describe("a certificate that is renewed", () => {
  let folder: string;
  let following: Disposable;
  const problems: unknown[] = [];
  let renewals = 0;

  const files = () => ({ certFile: join(folder, "cert.pem"), keyFile: join(folder, "key.pem") });
  const put = async ({ cert, key }: Partial<MadeCertificate>) => {
    if (cert !== undefined) await replace(files().certFile, cert);
    if (key !== undefined) await replace(files().keyFile, key);
  };
  /** At once, so that no look finds half a file. */
  const replace = async (file: string, text: string) => {
    await writeFile(`${file}.new`, text);
    await rename(`${file}.new`, file);
  };

  beforeEach(async () => {
    problems.length = 0;
    renewals = 0;
    folder = await mkdtemp(join(tmpdir(), "tamtam-tls-"));
    await put(made);
    following = followTlsFiles({
      files: files(),
      certificate: await readTlsCertificate(files(), Date.now()),
      clock: Date.now,
      checkEveryMs: 5,
      onRenewed: (renewed) => {
        renewals += 1;
        listener.renewCertificate(renewed);
      },
      onProblem: (problem) => problems.push(problem),
    });
  });

  afterEach(async () => {
    following[Symbol.dispose]();
    await rm(folder, { recursive: true });
  });

  const isShown = (certificate: MadeCertificate) =>
    fetchOverTls(`${hardCoded}/health`, certificate).then(
      ({ status }) => status === 200,
      () => false,
    );

  it("is shown to new connections without a restart, and old ones live on", async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const before = await fetchOverTls(`${hardCoded}/health`, made, { agent });
    const renewed = await makeCertificate();
    await put(renewed);
    await vi.waitUntil(() => isShown(renewed), { timeout: 10_000 });
    const after = await fetchOverTls(`${hardCoded}/health`, made, { agent });
    expect([after.status, after.fingerprint]).toEqual([200, before.fingerprint]);
    expect(renewals).toBe(1);
    agent.destroy();
  });

  it("stays the old one, and is told of once, while only one of the two files is new", async () => {
    const renewed = await makeCertificate();
    await put({ cert: renewed.cert });
    await vi.waitUntil(() => problems.length > 0, { timeout: 10_000 });
    expect(String(problems[0])).toContain("is not the key of the certificate");
    expect(await isShown(made)).toBe(true);
    await put({ key: renewed.key });
    await vi.waitUntil(() => isShown(renewed), { timeout: 10_000 });
    expect(problems).toHaveLength(1);
  });

  it("stays the old one while the files are gone", async () => {
    await copyFile(files().keyFile, join(folder, "kept.pem"));
    await rm(files().keyFile);
    await vi.waitUntil(() => problems.length > 0, { timeout: 10_000 });
    expect(await isShown(made)).toBe(true);
    await copyFile(join(folder, "kept.pem"), files().keyFile);
    expect(await isShown(made)).toBe(true);
  });
});
