import { findMpegFrame, isMpegFrameHeader } from "./mpeg-frames.ts";

/** The containers a recording may come in. */
export type MediaFormat = "wav" | "mp3" | "mp4" | "quicktime" | "matroska" | "webm" | "ogg" | "flac" | "aac";

/** As much of a file's beginning as `sniffMedia` and `sniffText` look at. */
export const SNIFF_BYTES = 8192;

/** What the first bytes of a file say it is; `undefined` when they are none of the accepted formats. */
export function sniffMedia(head: Uint8Array): MediaFormat | undefined {
  const magic = ascii(head, 0, 4);
  const inner = ascii(head, 8, 12);
  if ((magic === "RIFF" || magic === "RF64") && inner === "WAVE") return "wav";
  if (magic === "fLaC") return "flac";
  if (magic === "OggS") return "ogg";
  if (magic === "\x1aE\xdf\xa3") return ascii(head, 0, 64).includes("webm") ? "webm" : "matroska";
  if (magic.startsWith("ID3")) return sniffAfterId3(head);
  return sniffIsoBoxes(head) ?? sniffMpegAudio(head);
}

/** Names a known kind of file that is not accepted, so that a person reads what they sent instead of "damaged". */
export function sniffForeign(head: Uint8Array): string | undefined {
  const text = ascii(head, 0, 12);
  return foreignFiles.find(([start]) => text.startsWith(start))?.[1];
}

const foreignFiles: readonly (readonly [start: string, name: string])[] = [
  ["RIFF", "an AVI file, or another that is no WAV"],
  ["0&\xb2u", "a Windows Media file"],
  ["#!AMR", "an AMR file"],
  ["FORM", "an AIFF file"],
  ["PK\x03\x04", "a ZIP archive"],
  ["\x1f\x8b", "a gzip archive"],
  ["%PDF", "a PDF document"],
];

/** Says what kind of text a file is, when it is text: servers that ask for a login answer with a web page. */
export function sniffText(head: Uint8Array): "web page" | "playlist" | "text" | undefined {
  const start = Buffer.from(head)
    .toString("utf8")
    .replace(/^\uFEFF/, "")
    .trimStart()
    .slice(0, 512)
    .toLowerCase();
  if (/^(?:<!--[^]*?-->\s*)?<(?:!doctype|html|head|body|script|meta|title)\b/.test(start)) return "web page";
  if (start.startsWith("#extm3u")) return "playlist";
  if (/^(?:<\?xml|<[a-z]|[[{]\s*["{[\]}\d])/.test(start)) return "text";
  return head.length > 0 && isPrintable(head.subarray(0, 512)) ? "text" : undefined;
}

const contentTypes: Record<MediaFormat, readonly [sound: string, video: string]> = {
  wav: ["audio/wav", "audio/wav"],
  mp3: ["audio/mpeg", "audio/mpeg"],
  mp4: ["audio/mp4", "video/mp4"],
  quicktime: ["audio/mp4", "video/quicktime"],
  matroska: ["audio/x-matroska", "video/x-matroska"],
  webm: ["audio/webm", "video/webm"],
  ogg: ["audio/ogg", "video/ogg"],
  flac: ["audio/flac", "audio/flac"],
  aac: ["audio/aac", "audio/aac"],
};

export function contentTypeOf(format: MediaFormat, hasVideo: boolean): string {
  return contentTypes[format][hasVideo ? 1 : 0];
}

/** An ID3 tag stands before MP3 nearly always, and may be larger than what we see of the file. */
function sniffAfterId3(head: Uint8Array): MediaFormat {
  const [a = 0, b = 0, c = 0, d = 0] = head.subarray(6, 10);
  const end = 10 + ((a & 0x7f) << 21) + ((b & 0x7f) << 14) + ((c & 0x7f) << 7) + (d & 0x7f);
  const rest = head.subarray(end);
  if (ascii(rest, 0, 4) === "fLaC") return "flac";
  return isAdtsHeader(rest) ? "aac" : "mp3";
}

function sniffIsoBoxes(head: Uint8Array): MediaFormat | undefined {
  const box = ascii(head, 4, 8);
  if (box === "ftyp") return ascii(head, 8, 12) === "qt  " ? "quicktime" : "mp4";
  // Old QuickTime writers begin without `ftyp`.
  return ["moov", "mdat", "wide"].includes(box) ? "quicktime" : undefined;
}

function sniffMpegAudio(head: Uint8Array): MediaFormat | undefined {
  if (isAdtsHeader(head)) return "aac";
  if (isMpegFrameHeader(head, 0) && head.length < 16) return undefined;
  return findMpegFrame(head) === undefined ? undefined : "mp3";
}

function isAdtsHeader(head: Uint8Array): boolean {
  const [first, second, third = 0xff] = head;
  return first === 0xff && ((second ?? 0) & 0xf6) === 0xf0 && ((third >> 2) & 0xf) < 13;
}

function isPrintable(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d);
}

function ascii(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end));
}
