export interface FetchedMedia {
  /** As the server named it, without parameters; `application/octet-stream` where it named none. */
  readonly contentType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

export interface FetchOptions {
  readonly signal: AbortSignal;
  readonly onProgress?: (doneBytes: number, totalBytes: number | undefined) => void;
}

/** Brings a recording from where the caller keeps it. */
export interface MediaFetcher {
  /**
   * Writes what `url` (http, https or file) names to `path`. What an interrupted fetch left at `path` is taken up where the
   * server allows it, and replaced where not.
   * @throws StageError `media-url`, `media-address-forbidden`, `media-not-found`, `media-access`, `media-type`, `media-too-large`,
   *   `media-empty`, `media-unreachable` (transient), `media-server` (transient), `disk-full` (transient).
   */
  fetch(url: string, path: string, options: FetchOptions): Promise<FetchedMedia>;
}
