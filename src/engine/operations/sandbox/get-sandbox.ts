import type { SandboxState, SandboxSwitching } from "../../../gong-api/tamtam/change-sandbox.ts";
import type { TamtamApi } from "../../../gong-api/tamtam/tamtam-api.ts";

export interface SandboxParts {
  /** Absent where the server was not started as a sandbox. */
  readonly sandbox?: SandboxSwitching | undefined;
}

const noSandbox: SandboxState = { enabled: false, seed: null, switches: {}, requests: 0, done: {} };

export function getSandbox({ sandbox }: SandboxParts): TamtamApi["getSandbox"] {
  return async () => ({ sandbox: sandbox?.state() ?? noSandbox });
}
