/** `00:01:02.003 --> 00:01:04.500`. A caption that ends as it begins would be none to players, and an error to their parsers. */
export function captionSpan(startMs: number, endMs: number, decimalMark: "." | ","): string {
  return `${captionTime(startMs, decimalMark)} --> ${captionTime(Math.max(endMs, startMs + 1), decimalMark)}`;
}

/** `01:02:03.004`, as captions have it; the hours grow beyond two digits where they must. */
function captionTime(ms: number, decimalMark: "." | ","): string {
  const part = (sizeMs: number, base: number) => Math.floor(ms / sizeMs) % base;
  const pad = (value: number, digits: number) => String(value).padStart(digits, "0");
  const hours = Math.floor(ms / 3_600_000);
  return `${pad(hours, 2)}:${pad(part(60_000, 60), 2)}:${pad(part(1000, 60), 2)}${decimalMark}${pad(ms % 1000, 3)}`;
}
