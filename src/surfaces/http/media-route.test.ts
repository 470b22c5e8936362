import { describe, expect, it } from "vitest";
import { authorization, basic, CALL_ID, makeServices, RECORDING } from "../../../test/support/http-services.ts";
import { createHttpApp } from "./http-app.ts";
import type { HttpServices } from "./services.ts";

const PATH = `/media/${CALL_ID}/audio`;
const VIDEO_PATH = `/media/${CALL_ID}/video`;
const LINK = `${PATH}?expires=2000&signature=${encodeURIComponent(`signed ${PATH}`)}`;
const OLD_LINK = LINK.replace("expires=2000", "expires=1000");
const ETAG = `"${CALL_ID}-100"`;

async function get(
  path: string,
  headers: Record<string, string> = {},
  changes: Partial<HttpServices> = {},
  method = "GET",
) {
  const response = await createHttpApp(makeServices(changes)).request(path, { method, headers });
  return { response, bytes: new Uint8Array(await response.arrayBuffer()) };
}

describe("a recording", () => {
  it("is answered whole by a signed link, for players that seek", async () => {
    const { response, bytes } = await get(LINK);
    expect(response.status).toBe(200);
    expect(bytes).toEqual(RECORDING);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "accept-ranges": "bytes",
      "content-type": "audio/wav",
      "content-length": "100",
      "content-disposition": "inline",
      "x-content-type-options": "nosniff",
      "cache-control": "private",
      etag: ETAG,
      "x-request-id": "request1",
    });
  });

  it.each([
    ["bytes=10-19", "bytes 10-19/100", 10, 20],
    ["bytes=95-", "bytes 95-99/100", 95, 100],
    ["bytes=-3", "bytes 97-99/100", 97, 100],
    ["bytes=-500", "bytes 0-99/100", 0, 100],
  ])("is answered in part: %s", async (range, contentRange, start, end) => {
    const { response, bytes } = await get(LINK, { range });
    expect(response.status).toBe(206);
    expect(response.headers.get("Content-Range")).toBe(contentRange);
    expect(response.headers.get("Content-Length")).toBe(String(end - start));
    expect(bytes).toEqual(RECORDING.slice(start, end));
  });

  it("has no bytes beyond its end", async () => {
    const { response, bytes } = await get(LINK, { range: "bytes=100-" });
    expect(response.status).toBe(416);
    expect(response.headers.get("Content-Range")).toBe("bytes */100");
    expect(new TextDecoder().decode(bytes)).toContain("The recording has 100 bytes");
  });

  it("is answered whole where several ranges are asked for", async () => {
    const { response, bytes } = await get(LINK, { range: "bytes=0-1,5-6" });
    expect(response.status).toBe(200);
    expect(bytes).toEqual(RECORDING);
  });

  it("is answered in part only to those who hold the same recording's start", async () => {
    expect((await get(LINK, { range: "bytes=0-1", "if-range": ETAG })).response.status).toBe(206);
    expect((await get(LINK, { range: "bytes=0-1", "if-range": '"other"' })).response.status).toBe(200);
    expect((await get(LINK, { range: "bytes=200-", "if-range": '"other"' })).response.status).toBe(200);
  });

  it("is described by HEAD without being read", async () => {
    const read = () => Promise.reject(new Error("must not be read"));
    const { response, bytes } = await get(
      LINK,
      { range: "bytes=0-1" },
      { media: { ...makeServices().media, read } },
      "HEAD",
    );
    expect(response.status).toBe(200);
    expect(response.headers.get("Content-Length")).toBe("100");
    expect(bytes).toHaveLength(0);
  });

  it("is answered under /video only where it has a picture", async () => {
    const { response, bytes } = await get(VIDEO_PATH, { authorization });
    expect(response.status).toBe(404);
    expect(new TextDecoder().decode(bytes)).toContain(`sound only; it is at ${PATH}`);
    const describeVideo = async () => ({ sizeBytes: 100, contentType: "video/mp4" });
    const changes = { media: { ...makeServices().media, describe: describeVideo } };
    expect((await get(VIDEO_PATH, { authorization }, changes)).response.headers.get("Content-Type")).toBe("video/mp4");
    expect((await get(PATH, { authorization }, changes)).response.status).toBe(200);
  });

  it("that is not there says what may be the reason", async () => {
    const { response, bytes } = await get("/media/1/audio", { authorization });
    expect(response.status).toBe(404);
    expect(new TextDecoder().decode(bytes)).toContain("no such call, or it has not been downloaded");
  });

  it("is not looked for under an id that is no number", async () => {
    for (const id of ["..%2f..%2fetc%2fpasswd", "abc", "1".repeat(20)]) {
      const describeMedia = () => Promise.reject(new Error("must not be asked"));
      const changes = { media: { ...makeServices().media, describe: describeMedia } };
      expect((await get(`/media/${id}/audio`, { authorization }, changes)).response.status).toBe(404);
    }
  });

  it("can only be read", async () => {
    const { response } = await get(LINK, {}, {}, "DELETE");
    expect(response.status).toBe(405);
    expect(response.headers.get("Allow")).toBe("GET, HEAD");
  });
});

describe("a media link", () => {
  it("that is over says how to get a fresh one", async () => {
    const { response, bytes } = await get(OLD_LINK);
    expect(response.status).toBe(410);
    expect(new TextDecoder().decode(bytes)).toContain("get-call and search-calls answer with fresh ones");
  });

  it.each([
    `${PATH}?expires=2000&signature=x`,
    `${PATH}?expires=2000`,
    `${PATH}?signature=x`,
    LINK.replace(CALL_ID, "99"),
  ])("that was not made here is refused: %s", async (link) => {
    expect((await get(link)).response.status).toBe(403);
  });

  it("is not needed by those who have an access key, nor is an old one in their way", async () => {
    expect((await get(PATH, { authorization })).response.status).toBe(200);
    expect((await get(OLD_LINK, { authorization })).response.status).toBe(200);
    expect((await get(LINK, { authorization: basic("KEY", "wrong") })).response.status).toBe(200);
    expect((await get(OLD_LINK, { authorization: basic("KEY", "wrong") })).response.status).toBe(401);
    expect((await get(PATH)).response.status).toBe(401);
  });
});
