import { z } from "zod";
import { type SwitchSettings, switchSettings, type WireSwitch } from "./sandbox-switches.ts";

/** The body of `PUT /tamtam/v1/sandbox`: exactly these switches are on then. Without a seed, the one that was there stays. */
export const changeSandboxRequest = z.strictObject({ seed: z.string().min(1).optional(), switches: switchSettings });
export type ChangeSandboxRequest = z.infer<typeof changeSandboxRequest>;

export interface SandboxResponse {
  readonly sandbox: SandboxState;
}

export interface SandboxState {
  /** Whether this server was started as a sandbox; nothing can be switched where it was not. */
  readonly enabled: boolean;
  readonly seed: string | null;
  readonly switches: SwitchSettings;
  /** Requests to Gong's paths since the switches were set, and what was done to them. */
  readonly requests: number;
  readonly done: Readonly<Partial<Record<WireSwitch, number>>>;
}

/** The switches of a running sandbox. */
export interface SandboxSwitching {
  state(): SandboxState;
  /** Counts anew: the same seed, switches and requests give the same again. */
  change(request: ChangeSandboxRequest): void;
}
