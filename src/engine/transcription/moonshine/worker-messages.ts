import type { MessagePort } from "node:worker_threads";

export interface RequestMessage<Request> {
  readonly id: number;
  readonly request: Request;
}

export type ResultMessage<Result> =
  | { readonly id: number; readonly result: Result }
  | { readonly id: number; readonly error: string };

/** A worker thread's side of the pool: answers requests one after the other, in the order they come. */
export function serveRequests<Request, Result>(
  port: MessagePort,
  handler: Promise<(request: Request) => Promise<Result>>,
): void {
  let last = Promise.resolve();
  port.on("message", ({ id, request }: RequestMessage<Request>) => {
    last = last.then(async () => port.postMessage(await answer(id, request, handler)));
  });
}

async function answer<Request, Result>(
  id: number,
  request: Request,
  handler: Promise<(request: Request) => Promise<Result>>,
): Promise<ResultMessage<Result>> {
  try {
    return { id, result: await (await handler)(request) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}
