const extensions: Readonly<Record<string, string>> = {
  "audio/wav": "wav",
  "audio/mpeg": "mp3",
  "audio/mp4": "m4a",
  "video/mp4": "mp4",
  "video/quicktime": "mov",
  "audio/x-matroska": "mka",
  "video/x-matroska": "mkv",
  "audio/webm": "webm",
  "video/webm": "webm",
  "audio/ogg": "ogg",
  "video/ogg": "ogv",
  "audio/flac": "flac",
  "audio/aac": "aac",
};

/** How players expect a recording of this type to end: `mp3`. Every type that is taken in has one. */
export function fileExtension(contentType: string): string {
  return extensions[contentType] ?? "bin";
}
