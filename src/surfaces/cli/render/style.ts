import { styleText } from "node:util";

type Paint = (text: string) => string;

/** Colour by meaning; every meaning is also said in words. */
export interface Style {
  readonly strong: Paint;
  readonly faint: Paint;
  readonly good: Paint;
  readonly poor: Paint;
  readonly bad: Paint;
}

export function makeStyle(isColored: boolean): Style {
  const paint = (format: Parameters<typeof styleText>[0]): Paint => {
    // Whether to colour is decided by the caller; left alone, Node would ask the environment.
    return isColored ? (text) => styleText(format, text, { validateStream: false }) : (text) => text;
  };
  return {
    strong: paint("bold"),
    faint: paint("dim"),
    good: paint("green"),
    poor: paint("yellow"),
    bad: paint("red"),
  };
}
