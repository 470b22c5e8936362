/** A recording to be sent. */
export interface MediaFile extends AsyncIterable<Uint8Array> {
  /** With its ending, from which a server may tell the format. */
  readonly name?: string | undefined;
  readonly sizeBytes?: number | undefined;
  /** True where it can be read again from its start, so that sending it can be tried again. */
  readonly isRepeatable?: true | undefined;
}

export interface MultipartBody {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: AsyncIterable<Uint8Array>;
}

/** A multipart body of one file, made while it is sent. */
export function writeMultipart(part: string, file: MediaFile): MultipartBody {
  const boundary = `tamtam-${crypto.randomUUID()}`;
  const encoder = new TextEncoder();
  const name = (file.name ?? "recording").replaceAll(/["\r\n\\]/g, "_");
  const head = encoder.encode(
    `--${boundary}\r\nContent-Disposition: form-data; name="${part}"; filename="${name}"\r\n` +
      "Content-Type: application/octet-stream\r\n\r\n",
  );
  const tail = encoder.encode(`\r\n--${boundary}--\r\n`);
  const { sizeBytes } = file;
  return {
    headers: {
      "Content-Type": `multipart/form-data; boundary=${boundary}`,
      ...(sizeBytes !== undefined && { "Content-Length": String(head.length + sizeBytes + tail.length) }),
    },
    body: around(head, file, tail),
  };
}

async function* around(head: Uint8Array, file: MediaFile, tail: Uint8Array): AsyncGenerator<Uint8Array> {
  yield head;
  yield* file;
  yield tail;
}
