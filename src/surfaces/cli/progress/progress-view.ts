import type { CallProgress } from "../host/processing.ts";

/** Shows how far a call's processing is. */
export interface ProgressView {
  show(progress: CallProgress): void;
  /** Leaves the terminal as it was. */
  end(): void;
}
