import type { Style } from "./style.ts";

/** What a rendering is made for. */
export interface Page {
  /** Width of the terminal in characters. */
  readonly columns: number;
  readonly style: Style;
}
