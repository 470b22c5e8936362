import { parseCommandText } from "../../../connection/command-text.ts";
import { parameterFacts } from "../input/parameter-facts.ts";

/** Puts typed lines together to commands. */
export interface CommandBuffer {
  /** What is complete now that this line has come: command texts, or the line itself where it starts no command. */
  add(line: string): string[];
  /** The command that has begun, as far as it is typed. */
  readonly pending: readonly string[];
  /** Takes what is pending as complete. */
  flush(): string[];
  clear(): void;
}

/**
 * A line `/connection` begins a command of several lines, which a blank line, the next such line or the end of the
 * input completes. A line that names an action as well is complete on its own when it has parameters or the action
 * needs none.
 */
export function makeCommandBuffer(): CommandBuffer {
  let lines: string[] = [];
  const flush = () => {
    const text = lines.join("\n");
    lines = [];
    return text === "" ? [] : [text];
  };
  return {
    get pending() {
      return lines;
    },
    flush,
    clear: () => {
      lines = [];
    },
    add: (line) => {
      if (line.trim() === "") return flush();
      const before = line.startsWith("/") ? flush() : [];
      if (lines.length === 0 && (!line.startsWith("/") || isComplete(line))) return [...before, line];
      lines.push(line);
      return before;
    },
  };
}

function isComplete(line: string): boolean {
  if (!/^\/\S*\s+\S/.test(line)) return false;
  try {
    const [command] = parseCommandText(line);
    if (!command) return false;
    return command.entries.length > 0 || !parameterFacts(command.action).some(({ isRequired }) => isRequired);
  } catch {
    return true; // running it tells what is wrong
  }
}
