import got, { HTTPError, RequestError, TimeoutError } from "got";
import { StageError } from "../../../calls/errors.ts";
import type { TranscriptionAnswer } from "./transcription-answer.ts";
import { transcriptionAnswer } from "./transcription-answer.ts";

export interface TranscriptionServer {
  /** Up to and including the version: `https://api.openai.com/v1`. */
  readonly baseUrl: string;
  readonly apiKey?: string | undefined;
  readonly model: string;
  /** For one chunk, sending and waiting together. */
  readonly timeoutMs: number;
  /** How often one chunk is sent again after the network or a busy server refused it. */
  readonly retryCount: number;
}

export interface TranscriptionRequest {
  readonly wav: Uint8Array<ArrayBuffer>;
  /** ISO 639-1. */
  readonly language?: string | undefined;
  /** Plain `json` for models that know no times. */
  readonly format: "verbose_json" | "json";
  readonly signal: AbortSignal;
}

/** The server said that it does not know `verbose_json`. */
export class FormatRefusedError extends Error {}

const MAX_ANSWER_BYTES = 64 * 1024 * 1024;
/** The server has done nothing yet, or says itself that the same request may be sent again. */
const RETRIED_STATUSES = [429, 502, 503, 504];
const RETRIED_ERRORS = ["ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "EAI_AGAIN", "ENETUNREACH", "EPIPE"];
const LONGEST_RETRY_AFTER_MS = 60_000;

/**
 * Sends one recording to `POST /audio/transcriptions`. Transcribing changes nothing on the server, so sending again is safe; it is done
 * only where no work was lost.
 * @throws StageError, FormatRefusedError, or the signal's reason.
 */
export async function requestTranscription(
  server: TranscriptionServer,
  request: TranscriptionRequest,
): Promise<TranscriptionAnswer> {
  const form = await encodeForm(server, request);
  const url = `${server.baseUrl.replace(/\/+$/, "")}/audio/transcriptions`;
  const tooLong = new AbortController();
  try {
    const response = got.post(url, {
      body: form.body,
      headers: {
        ...(server.apiKey ? { authorization: `Bearer ${server.apiKey}` } : {}),
        "content-type": form.contentType,
      },
      signal: AbortSignal.any([request.signal, tooLong.signal]),
      timeout: { request: server.timeoutMs },
      followRedirect: false,
      retry: {
        limit: server.retryCount,
        methods: ["POST"],
        statusCodes: RETRIED_STATUSES,
        errorCodes: RETRIED_ERRORS,
        maxRetryAfter: LONGEST_RETRY_AFTER_MS,
      },
    });
    void response.on("downloadProgress", ({ transferred }) => {
      if (transferred > MAX_ANSWER_BYTES) tooLong.abort();
    });
    return parseAnswer((await response).body, url);
  } catch (error) {
    request.signal.throwIfAborted();
    throw translated(error, url);
  }
}

/** Encoded whole, so that it can be sent again. */
async function encodeForm(server: TranscriptionServer, request: TranscriptionRequest) {
  const form = new FormData();
  form.set("file", new Blob([request.wav], { type: "audio/wav" }), "audio.wav");
  form.set("model", server.model);
  form.set("response_format", request.format);
  if (request.format === "verbose_json") {
    form.append("timestamp_granularities[]", "word");
    form.append("timestamp_granularities[]", "segment");
  }
  if (request.language) form.set("language", request.language);
  const encoded = new Response(form);
  const contentType = encoded.headers.get("content-type") ?? "multipart/form-data";
  return { body: Buffer.from(await encoded.arrayBuffer()), contentType };
}

function parseAnswer(body: string, url: string): TranscriptionAnswer {
  const parsed = transcriptionAnswer.safeParse(asJson(body));
  if (parsed.success) return parsed.data;
  const start = JSON.stringify(body.slice(0, 80));
  throw new StageError(
    "transcriber-failed",
    `${url} answered something other than a transcription, starting with ${start}. Check that the address is a server's /v1`,
    { isTransient: false, cause: parsed.error },
  );
}

function asJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function translated(error: unknown, url: string): unknown {
  if (error instanceof HTTPError) return fromStatus(error.response.statusCode, String(error.response.body), url, error);
  if (error instanceof TimeoutError) {
    return unreachable(
      `${url} did not answer in time (${error.message}). Allow more time, or send shorter pieces`,
      error,
    );
  }
  if (error instanceof RequestError) {
    return unreachable(
      `${url} cannot be reached (${error.code}: ${error.message}). Check the address and that the server runs`,
      error,
    );
  }
  return error;
}

function fromStatus(status: number, body: string, url: string, cause: Error): Error {
  const said = `${url} answered ${status}: ${messageIn(body)}`;
  if ([400, 422].includes(status) && /response_format|verbose_json|timestamp_granularities/.test(body)) {
    return new FormatRefusedError(said, { cause });
  }
  const isOutOfCredit = /insufficient_quota|billing/.test(body);
  if ([408, 429, 502, 503, 504].includes(status) && !isOutOfCredit)
    return unreachable(`${said}. It is busy: retry later`, cause);
  if (status >= 500)
    return new StageError("transcriber-failed", `${said}. Retry, or ask who runs it`, { isTransient: true, cause });
  return new StageError("transcriber-refused", `${said}. ${mendFor(status, isOutOfCredit)}`, {
    isTransient: false,
    cause,
  });
}

function mendFor(status: number, isOutOfCredit: boolean): string {
  if (isOutOfCredit) return "Mend the account at the provider and retry";
  if (status === 401 || status === 403) return "Check the API key";
  if (status === 404) return "Check the address (it should end in /v1) and the model's name";
  if (status === 413) return "Set a smaller limit for what is sent at once";
  return "Check the model's name and the language";
}

function unreachable(message: string, cause: Error): StageError {
  return new StageError("transcriber-unreachable", message, { isTransient: true, cause });
}

/** What the server's error says: `{"error": {"message": …}}`, `{"detail": …}` or the start of whatever it sent. */
function messageIn(body: string): string {
  const json = asJson(body);
  const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
  const error = isRecord(json) ? (json["error"] ?? json["detail"]) : undefined;
  const message = isRecord(error) ? error["message"] : error;
  return typeof message === "string" ? message.slice(0, 300) : body.slice(0, 200) || "nothing";
}
