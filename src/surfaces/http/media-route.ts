import type { Context, Hono } from "hono";
import { NotFoundError } from "../../calls/errors.ts";
import { asId, type CallId, type UserId } from "../../calls/ids.ts";
import { mayUse } from "../../gong-api/principal.ts";
import { requireAccessKey } from "./access-key.ts";
import { allowMethods } from "./allow-methods.ts";
import { noteAudited } from "./audit-requests.ts";
import { isRangeCurrent, parseByteRange } from "./byte-range.ts";
import { fileBody } from "./file-body.ts";
import type { HttpEnv } from "./http-env.ts";
import { RequestError } from "./request-error.ts";
import type { HttpServices } from "./services.ts";

const MEDIA_SCOPE = "api:calls:read:media-url";

type MediaServices = Pick<HttpServices, "media" | "access" | "checkLink" | "reportError">;
type Media = NonNullable<Awaited<ReturnType<HttpServices["media"]["describe"]>>>;

const mediaHeaders = {
  "Accept-Ranges": "bytes",
  "Cache-Control": "private",
  "Content-Disposition": "inline",
  // A signed link may be played from any page; a browser that opens it shows a player of its own.
  "Content-Security-Policy": "default-src 'none'; media-src 'self'; style-src 'unsafe-inline'",
  "Cross-Origin-Resource-Policy": "cross-origin",
};

/** Recordings, for players that seek: by signed link, or with an access key. */
export function addMediaRoutes(app: Hono<HttpEnv>, services: MediaServices): void {
  for (const kind of ["audio", "video"] as const) {
    const path = `/media/:callId{[0-9]{1,19}}/${kind}`;
    app.get(path, async (c) => {
      const callId = c.req.param("callId") ?? "";
      const isByLink = c.req.query("signature") !== undefined && c.req.header("Authorization") === undefined;
      noteAudited(c, {
        operation: `play-${kind}`,
        path: `/media/${callId}/${kind}`,
        callIds: [asId<CallId>(callId)],
        isByLink,
      });
      const viewerId = await authorise(c, services);
      return presentMedia(c, services, callId, await findMedia(services, { callId, kind, viewerId }));
    });
    allowMethods(app, path, ["GET", "HEAD"]);
  }
}

/** @returns whose eyes it is looked at with; nobody's where it is the company that looks, or whoever has a link of its */
async function authorise(c: Context<HttpEnv>, services: MediaServices): Promise<UserId | undefined> {
  const { expires, signature, user: madeFor } = c.req.query();
  if (expires === undefined && signature === undefined) return authoriseKey(c, services);
  const link = { path: c.req.path, expires: expires ?? "", signature: signature ?? "", madeFor };
  const verdict = services.checkLink(link);
  if (verdict === "valid") {
    const linkUserId = madeFor === undefined ? undefined : asId<UserId>(madeFor);
    noteAudited(c, { isByLink: true, linkUserId });
    return linkUserId;
  }
  // A browser that knows the access key sends it along with an old link too.
  if (c.req.header("Authorization") !== undefined) return authoriseKey(c, services);
  throw verdict === "expired"
    ? new RequestError("link-expired", "This media link is over; get-call and search-calls answer with fresh ones.")
    : new RequestError(
        "link-signature",
        "This media link was not made here or was changed; get-call answers with a link.",
      );
}

async function authoriseKey(c: Context<HttpEnv>, services: MediaServices): Promise<UserId | undefined> {
  const principal = await requireAccessKey(c, services);
  if (mayUse(principal, MEDIA_SCOPE)) return principal.actingUserId;
  throw new RequestError("scope-missing", `This access key does not have the scope ${MEDIA_SCOPE}.`);
}

interface AskedMedia {
  readonly callId: string;
  readonly kind: "audio" | "video";
  readonly viewerId: UserId | undefined;
}

async function findMedia(services: MediaServices, { callId, kind, viewerId }: AskedMedia): Promise<Media> {
  const media = await services.media.describe(callId, viewerId);
  if (!media) {
    throw new NotFoundError(
      `There is no recording of call ${callId}: no such call, or it has not been downloaded; get-call tells.`,
    );
  }
  if (kind === "audio" || media.contentType.startsWith("video/")) return media;
  throw new NotFoundError(`The recording of call ${callId} has sound only; it is at /media/${callId}/audio.`);
}

async function presentMedia(c: Context<HttpEnv>, services: MediaServices, callId: string, media: Media) {
  const { sizeBytes, contentType } = media;
  // A call's recording never changes once it is here.
  const etag = `"${callId}-${sizeBytes}"`;
  const headers = { ...mediaHeaders, "Content-Type": contentType, ETag: etag };
  if (c.req.method === "HEAD") return c.body(null, 200, { ...headers, "Content-Length": String(sizeBytes) });

  const asked = isRangeCurrent(c.req.header("If-Range"), etag) ? c.req.header("Range") : undefined;
  const range = parseByteRange(asked, sizeBytes);
  if (range.kind === "unsatisfiable") throw outsideOf(sizeBytes, asked ?? "");
  const bytes = range.kind === "part" ? { start: range.start, end: range.end } : undefined;
  noteAudited(c, { played: { start: bytes?.start ?? 0, end: bytes ? bytes.end + 1 : sizeBytes, size: sizeBytes } });
  const body = fileBody(await services.media.read(callId, bytes), (error) => {
    services.reportError(error, c.get("requestId"));
    return c.env.incoming?.destroy() !== undefined;
  });
  if (!bytes) return c.body(body, 200, { ...headers, "Content-Length": String(sizeBytes) });
  return c.body(body, 206, {
    ...headers,
    "Content-Length": String(bytes.end - bytes.start + 1),
    "Content-Range": `bytes ${bytes.start}-${bytes.end}/${sizeBytes}`,
  });
}

function outsideOf(sizeBytes: number, range: string): RequestError {
  return new RequestError(
    "range-not-satisfiable",
    `The recording has ${sizeBytes} bytes; the range "${range}" is outside.`,
    {
      headers: { "Content-Range": `bytes */${sizeBytes}` },
    },
  );
}
