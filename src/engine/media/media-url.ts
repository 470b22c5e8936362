import { lastingError } from "./media-errors.ts";

/** @throws StageError `media-url` */
export function parseMediaUrl(text: string, isFileAllowed: boolean): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined) {
    throw lastingError("media-url", "The media URL is no URL. Give one that begins with https:// or http://.");
  }
  if (url.protocol === "http:" || url.protocol === "https:") return url;
  if (url.protocol !== "file:") {
    throw lastingError("media-url", `Media cannot be fetched over ${url.protocol} Give an https:// or http:// URL.`);
  }
  if (!isFileAllowed) {
    throw lastingError(
      "media-url",
      "Files of the server's machine cannot be read by URL. Give an https:// or http:// URL.",
    );
  }
  if (url.host !== "") {
    throw lastingError(
      "media-url",
      `${showUrl(url)} names another machine. Give a path on this one, like file:///recordings/a.wav.`,
    );
  }
  return url;
}

/** A URL as it may be shown and logged: user, password, query and fragment can be secrets. */
export function showUrl(url: URL): string {
  const path = url.pathname.length > 200 ? `${url.pathname.slice(0, 200)}…` : url.pathname;
  return url.protocol === "file:" ? path : `${url.protocol}//${url.host}${path}`;
}
