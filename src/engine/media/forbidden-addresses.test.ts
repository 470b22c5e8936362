import type { LookupFunction } from "node:net";
import { describe, expect, test } from "vitest";
import { allowed, failure, fetch, host, redirect, wav, wavSha256 } from "../../../test/support/fetching.ts";

describe("addresses inside a private network", () => {
  test.each([
    "http://127.0.0.1/",
    "http://localhost/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::127.0.0.1]/",
    "http://2130706433/",
    "http://0177.0.0.1/",
    "http://0x7f.1/",
    "http://0.0.0.0/",
    "http://10.1.2.3/",
    "http://172.16.0.1/",
    "http://192.168.1.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://100.64.0.1/",
    "http://100.100.100.200/",
    "http://168.63.129.16/",
    "http://224.0.0.1/",
    "http://[fe80::1]/",
    "http://[fd00:ec2::254]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[2002:7f00:1::]/",
    "https://127.0.0.1/",
  ])("%s is not asked", async (url) => {
    const { code, isTransient } = await failure(url, {});
    expect([code, isTransient]).toEqual(["media-address-forbidden", false]);
  });

  test("are not reached by the port of a server that would answer", async () => {
    const asked = host.requests.length;
    const { port } = new URL(host.url);
    for (const name of ["127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "2130706433"]) {
      expect((await failure(`http://${name}:${port}/ok.wav`, {})).code).toBe("media-address-forbidden");
    }
    expect(host.requests.length).toBe(asked);
  });

  test("are not reached through a redirect", async () => {
    host.put("/inside", redirect("http://[::1]:1/secret"));
    host.put("/metadata", redirect("http://169.254.169.254/latest/"));
    for (const asked of ["/inside", "/metadata"]) {
      expect((await failure(`${host.url}${asked}`)).code).toBe("media-address-forbidden");
    }
  });

  test("are not reached by a name that leads there, nor by one that leads elsewhere first", async () => {
    const { port } = new URL(host.url);
    const answers = ["127.0.0.1"];
    const lookup: LookupFunction = (_, options, callback) => {
      const address = answers.shift() ?? "10.0.0.9";
      callback(null, options.all ? [{ address, family: 4 }] : address, 4);
    };
    // Allowed at the first look-up, by its address; the redirect leads to the same name, which has moved.
    host.put("/moves", redirect(`http://media.example:${port}/moved`));
    const error = await failure(`http://media.example:${port}/moves`, { ...allowed, lookup });
    expect([error.code, answers.length]).toEqual(["media-address-forbidden", 0]);
    expect(error.message).toContain("media.example (10.0.0.9)");
  });

  test("are not reached by a name with one good address among bad ones", async () => {
    const lookup: LookupFunction = (_, __, callback) =>
      callback(null, [
        { address: "93.184.216.34", family: 4 },
        { address: "192.168.0.1", family: 4 },
      ]);
    expect((await failure("http://mixed.example/", { lookup })).code).toBe("media-address-forbidden");
  });

  test("are reached when the operator allows the name", async () => {
    host.put("/ok.wav", { body: wav, contentType: "audio/wav" });
    const { port } = new URL(host.url);
    const lookup: LookupFunction = (_, options, callback) =>
      callback(null, options.all ? [{ address: "127.0.0.1", family: 4 }] : "127.0.0.1", 4);
    const options = { allowHosts: ["Recorder.internal"], lookup };
    expect((await fetch(`http://recorder.internal:${port}/ok.wav`, options)).sha256).toBe(wavSha256);
  });
});
