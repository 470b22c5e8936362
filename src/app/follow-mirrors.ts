import type { Mirrors } from "../surfaces/cli/host.ts";

/** Keeps these connections' mirrors in step until the signal aborts. One that cannot be is reported, and the others go on. */
export async function followMirrors(
  mirrors: Pick<Mirrors, "sync">,
  connections: readonly string[],
  { reportError, signal }: { readonly reportError: (error: unknown) => void; readonly signal: AbortSignal },
): Promise<void> {
  const watch = { signal, onProblem: reportError, onProgress: () => undefined };
  await Promise.all(
    connections.map((connection) =>
      mirrors.sync({ connection, follow: true, sinceMs: undefined }, watch).catch(reportError),
    ),
  );
}
