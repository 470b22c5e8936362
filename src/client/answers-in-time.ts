import { type Send, SendError, type WireRequest } from "./send.ts";

/** An answer that comes a byte now and a byte then is never silent. A hundred long transcripts take minutes on a slow line. */
const LONGEST_ANSWER_MS = 600_000;

/**
 * Gives an answer up that has not ended after ten minutes and the time that its server may be silent, from when the request was sent
 * on; a recording may take as long as it needs to leave.
 */
export function answersInTime(send: Send): Send {
  return async (request) => {
    const tooLate = new AbortController();
    const limitMs = LONGEST_ANSWER_MS + request.timeoutMs;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const begin = () => (timer ??= setTimeout(() => tooLate.abort(overdue(limitMs)), limitMs));
    const signals = request.signal === undefined ? [tooLate.signal] : [tooLate.signal, request.signal];
    if (request.body === undefined || typeof request.body === "string") begin();
    try {
      return await send({ ...request, body: noted(request.body, begin), signal: AbortSignal.any(signals) });
    } finally {
      begin(); // so that a body which is let go later does not
      clearTimeout(timer);
    }
  };
}

/** The senders' own error, which every caller knows. It took at least as long as a silence. */
function overdue(limitMs: number): SendError {
  const message = `the answer had not ended after ${limitMs / 1000} s`;
  return new SendError(message, { mayHaveArrived: true, wasSilence: true });
}

function noted(body: WireRequest["body"], sent: () => void): WireRequest["body"] {
  if (body === undefined || typeof body === "string") return body;
  return (async function* () {
    try {
      yield* body;
    } finally {
      sent();
    }
  })();
}
