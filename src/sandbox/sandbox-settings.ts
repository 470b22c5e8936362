import type { SwitchSettings } from "../gong-api/tamtam/sandbox-switches.ts";

export interface SandboxSettings {
  /** The same seed makes the same troubles. */
  readonly seed: string;
  readonly switches: SwitchSettings;
  /** When they were set. */
  readonly setMs: number;
}
