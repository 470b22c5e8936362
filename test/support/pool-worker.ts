import { parentPort, threadId, workerData } from "node:worker_threads";
import { serveRequests } from "../../src/engine/transcription/moonshine/worker-messages.ts";

export type PoolRequest =
  | { readonly kind: "echo"; readonly text: string }
  | { readonly kind: "fail"; readonly message: string }
  | { readonly kind: "die-while"; readonly flag: Int32Array }
  | { readonly kind: "wait-for"; readonly flag: Int32Array };

export interface PoolResult {
  readonly text: string;
  readonly threadId: number;
}

/** Does as it is told; `flag[0]` is shared with the test: 0 is "not yet". */
async function answer(request: PoolRequest): Promise<PoolResult> {
  const { greeting = "" } = workerData as { readonly greeting?: string }; // the test sends it
  switch (request.kind) {
    case "echo":
      return { text: greeting + request.text, threadId };
    case "fail":
      throw new Error(request.message);
    case "die-while":
      if (Atomics.add(request.flag, 0, 1) < Atomics.load(request.flag, 1)) process.exit(7);
      return { text: "lived", threadId };
    case "wait-for":
      Atomics.wait(request.flag, 0, 0);
      return { text: "waited", threadId };
  }
}

if (parentPort) serveRequests(parentPort, Promise.resolve(answer));
