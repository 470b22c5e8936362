/**
 * A value that may go on over several lines. Each line is looked at once, so that a text of very many lines is read in a time that
 * grows with them.
 */
export class GrowingValue {
  readonly #lines: string[] = [];
  readonly #isJson: boolean;
  #depth = 0;
  #isInText = false;

  constructor(firstLine: string) {
    this.#isJson = /^[[{]/.test(firstLine);
    this.add(firstLine);
  }

  /** @param line without spaces around it */
  add(line: string): void {
    this.#lines.push(line);
    if (this.#isJson) this.#follow(line);
  }

  /** Whether it is JSON of which a bracket or a text is still open: whatever comes next belongs to it. */
  get isUnfinished(): boolean {
    return this.#isJson && (this.#depth > 0 || this.#isInText);
  }

  get text(): string {
    return this.#lines.join("\n").trim();
  }

  #follow(line: string): void {
    for (let at = 0; at < line.length; at += 1) {
      const letter = line[at];
      if (letter === '"') this.#isInText = !this.#isInText;
      else if (this.#isInText) at += letter === "\\" ? 1 : 0;
      else if (letter === "[" || letter === "{") this.#depth += 1;
      else if (letter === "]" || letter === "}") this.#depth -= 1;
    }
  }
}
