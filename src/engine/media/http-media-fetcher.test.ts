import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import type { LookupFunction } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import {
  allowed,
  answer,
  failure,
  fetch,
  folder,
  host,
  path,
  quiet,
  redirect,
  wav,
  wavSha256,
} from "../../../test/support/fetching.ts";
import { makeWav } from "../../../test/support/wav-files.ts";
import { StageError } from "../../calls/errors.ts";
import { createHttpMediaFetcher } from "./http-media-fetcher.ts";

describe("what arrives", () => {
  test("is written to the path, with its type, size and sha256, and its progress told", async () => {
    host.put("/ok.wav", { body: wav, contentType: "audio/wav; charset=binary" });
    const seen: (readonly [number, number | undefined])[] = [];
    const onProgress = (...progress: [number, number | undefined]) => void seen.push(progress);
    const fetched = await createHttpMediaFetcher(allowed).fetch(`${host.url}/ok.wav`, path, { ...quiet(), onProgress });
    expect(fetched).toEqual({ contentType: "audio/wav", sizeBytes: wav.length, sha256: wavSha256 });
    expect(await readFile(path)).toEqual(wav);
    expect(seen.at(-1)).toEqual([wav.length, wav.length]);
    expect(await readdir(folder)).toEqual(["media"]);
  });

  test("is found behind redirects, five at most", async () => {
    host.put("/hop0", { body: wav, contentType: "audio/wav" });
    for (let hop = 1; hop <= 6; hop++) host.put(`/hop${hop}`, redirect(`/hop${hop - 1}`));
    expect((await fetch(`${host.url}/hop5`)).sizeBytes).toBe(wav.length);
    expect((await failure(`${host.url}/hop6`)).code).toBe("media-url");
  });

  test.each(["application/octet-stream", "binary/octet-stream", "application/ogg", "application/mp4"])(
    "may be called %s when its bytes are a recording's",
    async (contentType) => {
      host.put("/any", { body: wav, contentType });
      expect(await fetch(`${host.url}/any`)).toMatchObject({ contentType, sha256: wavSha256 });
    },
  );

  test("may come without any type", async () => {
    host.put("/untyped", (_, response) => response.writeHead(200).end(wav));
    expect((await fetch(`${host.url}/untyped`)).contentType).toBe("application/octet-stream");
  });

  test("replaces what lies at the path without a note of where it came from", async () => {
    await writeFile(path, "something else, longer than what comes".repeat(10_000));
    host.put("/ok.wav", { body: wav, contentType: "audio/wav" });
    expect((await fetch(`${host.url}/ok.wav`)).sha256).toBe(wavSha256);
    expect(await readFile(path)).toEqual(wav);
  });
});

describe("an interrupted fetch", () => {
  let cut: () => void;

  /** The first time sends a part and waits to be cut; later all or, when asked for, the rest. */
  function cutOnce(headers: Record<string, string>): (string | undefined)[] {
    const ranges: (string | undefined)[] = [];
    host.put("/cut.wav", (request, response) => {
      ranges.push(request.headers.range);
      const isSame = request.headers["if-range"] === (headers["etag"] ?? headers["last-modified"]);
      const start = isSame ? Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1] ?? 0) : 0;
      const range = { "content-range": `bytes ${start}-${wav.length - 1}/${wav.length}` };
      response.writeHead(start > 0 ? 206 : 200, {
        "content-type": "audio/wav",
        "content-length": wav.length - start,
        ...headers,
        ...(start > 0 ? range : {}),
      });
      if (ranges.length > 1) response.end(wav.subarray(start));
      else response.write(wav.subarray(0, 60_000));
      cut = () => response.destroy();
    });
    return ranges;
  }

  /** Fetches until the first bytes are on disk, then loses the connection. */
  async function fetchAndCut(): Promise<StageError> {
    const options = { ...quiet(), onProgress: () => cut() };
    const outcome: unknown = await createHttpMediaFetcher(allowed)
      .fetch(`${host.url}/cut.wav`, path, options)
      .catch((error: unknown) => error);
    if (outcome instanceof StageError) return outcome;
    throw new Error("the fetch was not cut");
  }

  test.each([{ etag: '"v1"' }, { "last-modified": "Mon, 13 Jan 2025 08:00:00 GMT" }])(
    "is continued by %o",
    async (headers) => {
      const ranges = cutOnce(headers);
      const failed = await fetchAndCut();
      expect([failed.code, failed.isTransient]).toEqual(["media-unreachable", true]);
      const kept = (await readFile(path)).length;
      expect(kept).toBeGreaterThan(0);
      expect((await fetch(`${host.url}/cut.wav`)).sha256).toBe(wavSha256);
      expect(await readFile(path)).toEqual(wav);
      expect(ranges).toEqual([undefined, `bytes=${kept}-`]);
      expect(await readdir(folder)).toEqual(["media"]);
    },
  );

  test("starts again when the server has no strong validator", async () => {
    const ranges = cutOnce({ etag: 'W/"weak"' });
    await fetchAndCut();
    expect((await fetch(`${host.url}/cut.wav`)).sha256).toBe(wavSha256);
    expect(ranges).toEqual([undefined, undefined]);
  });

  test("starts again when the recording has changed in between", async () => {
    cutOnce({ etag: '"v1"' });
    await fetchAndCut();
    const changed = makeWav({ seconds: 1, tonesHz: [300] });
    host.put("/cut.wav", (_, response) =>
      response.writeHead(200, { "content-type": "audio/wav", etag: '"v2"' }).end(changed),
    );
    await fetch(`${host.url}/cut.wav`);
    expect(await readFile(path)).toEqual(changed);
  });

  test("starts again when another URL is asked for", async () => {
    cutOnce({ etag: '"v1"' });
    await fetchAndCut();
    host.put("/ok.wav", { body: wav, contentType: "audio/wav" });
    expect((await fetch(`${host.url}/ok.wav`)).sha256).toBe(wavSha256);
  });

  test("is done when everything had arrived", async () => {
    cutOnce({ etag: '"v1"' });
    await fetchAndCut();
    await writeFile(path, wav);
    host.put("/cut.wav", (_, response) => response.writeHead(416, { "content-range": `bytes */${wav.length}` }).end());
    expect(await fetch(`${host.url}/cut.wav`)).toEqual({
      contentType: "audio/wav",
      sizeBytes: wav.length,
      sha256: wavSha256,
    });
  });
});

describe("what cannot be had", () => {
  const page = "<!DOCTYPE html><html><head><title>Sign in</title></head></html>";
  const cases: [string, ReturnType<typeof answer>, string, boolean, RegExp][] = [
    ["a missing file", answer(404, "text/plain", "no"), "media-not-found", false, /HTTP 404/],
    ["one that asks for a login", answer(401, "text/plain", "no"), "media-access", false, /without a login/],
    ["one that is forbidden", answer(403, "application/xml", "<Error/>"), "media-access", false, /HTTP 403/],
    ["a server in trouble", answer(503, "text/html", page), "media-server", true, /HTTP 503/],
    ["a server that is too busy", answer(429, "text/html", page), "media-server", true, /Retry later/],
    ["a request that is wrong", answer(400, "text/plain", "no"), "media-url", false, /HTTP 400/],
    ["a login page", answer(200, "text/html; charset=utf-8", page), "media-type", false, /log in/],
    ["a login page called bytes", answer(200, "application/octet-stream", page), "media-type", false, /web page/],
    ["a login page called sound", answer(200, "audio/mpeg", page), "media-type", false, /web page/],
    [
      "an error in JSON called sound",
      answer(200, "audio/wav", '{"error":"expired"}'),
      "media-type",
      false,
      /holds text/,
    ],
    ["a picture", answer(200, "image/png", "\x89PNG"), "media-type", false, /image\/png/],
    [
      "an archive called bytes",
      answer(200, "application/octet-stream", "PK\x03\x04\x00\x00"),
      "media-type",
      false,
      /ZIP/,
    ],
    ["a playlist", answer(200, "audio/mpegurl", "#EXTM3U\nhttp://10.0.0.1/a.ts\n"), "media-type", false, /playlist/],
    ["an empty file", answer(200, "audio/wav", ""), "media-empty", false, /empty/],
    ["a redirect to a file", redirect("file:///etc/passwd"), "media-url", false, /http/],
  ];
  test.each(cases)("%s is named", async (_, serve, code, isTransient, message) => {
    host.put("/asked?token=s3cret", serve);
    const error = await failure(`${host.url}/asked?token=s3cret`);
    expect([error.code, error.isTransient]).toEqual([code, isTransient]);
    expect(error.message).toMatch(message);
    expect(error.message).toContain("/asked");
    expect(error.message).not.toContain("s3cret");
  });

  test("too much is refused by the size the server names, and by what really comes", async () => {
    const small = { ...allowed, maxBytes: 100_000 };
    host.put("/large", { body: wav, contentType: "audio/wav" });
    expect((await failure(`${host.url}/large`, small)).code).toBe("media-too-large");
    host.put("/endless", (_, response) => {
      response.writeHead(200, { "content-type": "audio/wav" });
      const send = (): void => void (response.destroyed || response.write(wav, send));
      send();
    });
    expect((await failure(`${host.url}/endless`, small)).code).toBe("media-too-large");
  });

  test("a server that stops sending, or never answers, is given up", async () => {
    host.put("/stalls", (_, response) =>
      response.writeHead(200, { "content-type": "audio/wav" }).write(wav.subarray(0, 50_000)),
    );
    host.put("/never", () => {});
    for (const asked of ["/stalls", "/never"]) {
      const error = await failure(`${host.url}${asked}`, { ...allowed, idleTimeoutMs: 100 });
      expect([error.code, error.isTransient]).toEqual(["media-unreachable", true]);
      expect(error.message).toContain("took too long");
    }
  });

  test("a fetch that takes too long in all is given up", async () => {
    host.put("/never", () => {});
    const error = await failure(`${host.url}/never`, { ...allowed, totalTimeoutMs: 100 });
    expect([error.code, error.isTransient]).toEqual(["media-unreachable", true]);
  });

  test("a name that is not known, a port that is closed, and a server without TLS are told apart", async () => {
    const unknown: LookupFunction = (name, _, callback) =>
      callback(Object.assign(new Error(`getaddrinfo ENOTFOUND ${name}`), { code: "ENOTFOUND" }), "");
    const { message, code } = await failure("https://nowhere.example/a.wav", { lookup: unknown });
    expect([code, message]).toEqual([
      "media-unreachable",
      expect.stringContaining("name in https://nowhere.example/a.wav is not known"),
    ]);
    expect((await failure("http://127.0.0.1:1/a.wav")).message).toContain("refused the connection");
    expect((await failure(`${host.url.replace("http:", "https:")}/a.wav`)).message).toContain("TLS");
  });

  test("being told to stop is no failure of the recording", async () => {
    const controller = new AbortController();
    const reason = new Error("the server is stopping");
    host.put("/never", () => controller.abort(reason));
    const fetching = createHttpMediaFetcher(allowed).fetch(`${host.url}/never`, path, { signal: controller.signal });
    await expect(fetching).rejects.toBe(reason);
  });

  test("user and password of a URL are used and never shown", async () => {
    let authorization: string | undefined;
    host.put("/private", (request, response) => {
      authorization = request.headers.authorization;
      response.writeHead(403).end();
    });
    const error = await failure(`${host.url.replace("//", "//user:pa55@")}/private`);
    expect(authorization).toBe(`Basic ${btoa("user:pa55")}`);
    expect(error.message).not.toContain("pa55");
  });
});

describe("a file URL", () => {
  test("is copied, with the type its bytes have", async () => {
    const source = join(folder, "a call.wav");
    await writeFile(source, wav);
    const fetched = await fetch(pathToFileURL(source).href, { allowFiles: true });
    expect(fetched).toEqual({ contentType: "audio/wav", sizeBytes: wav.length, sha256: wavSha256 });
    expect(await readFile(path)).toEqual(wav);
  });

  test("is refused where files are not allowed", async () => {
    expect((await failure("file:///etc/passwd", {})).code).toBe("media-url");
  });

  test("has the rules of a download", async () => {
    await writeFile(join(folder, "empty.wav"), "");
    await writeFile(join(folder, "page.wav"), "<html>login</html>");
    await writeFile(join(folder, "large.wav"), wav);
    await mkdir(join(folder, "folder"));
    const codeOf = async (name: string) =>
      (await failure(pathToFileURL(join(folder, name)).href, { allowFiles: true, maxBytes: 10_000 })).code;
    expect(await codeOf("missing.wav")).toBe("media-not-found");
    expect(await codeOf("empty.wav")).toBe("media-empty");
    expect(await codeOf("page.wav")).toBe("media-type");
    expect(await codeOf("large.wav")).toBe("media-too-large");
    expect(await codeOf("folder")).toBe("media-url");
    expect((await failure("file://elsewhere/a.wav", { allowFiles: true })).code).toBe("media-url");
  });
});

test.each(["not a url", "ftp://example.com/a.wav", "data:audio/wav;base64,AAAA"])("%s is no media URL", async (url) => {
  expect((await failure(url, {})).code).toBe("media-url");
});
