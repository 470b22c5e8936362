import type { MediaBytes } from "../../gong-api/call-media.ts";

/**
 * A stream as a response body that reads only what is asked for and closes its source when the receiver goes away.
 * `fail` is told when the source breaks; the status is long sent then, so all that is left is to end the connection.
 * It says whether it could: else the server would write the error itself to the caller and to its console.
 */
export function fileBody(source: MediaBytes, fail: (error: unknown) => boolean): ReadableStream<Uint8Array> {
  const chunks = source[Symbol.asyncIterator]();
  let isCancelled = false;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await chunks.next();
          if (isCancelled) return;
          if (done) controller.close();
          else controller.enqueue(value);
        } catch (error) {
          if (!isCancelled && !fail(error)) throw error;
        }
      },
      cancel() {
        isCancelled = true;
        source.destroy();
      },
    },
    { highWaterMark: 0 },
  );
}
