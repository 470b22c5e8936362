import { InvalidInputError } from "../calls/errors.ts";
import type { AnyAction } from "./define-action.ts";
import { actionNamed } from "./actions.ts";
import { canonicalName } from "./canonical-name.ts";
import { GrowingValue } from "./growing-value.ts";

/** A command as typed: which connection, which action, which parameters. */
export interface Command {
  /** Without the slash: `your-gong-connection`. */
  readonly connection: string;
  readonly action: AnyAction;
  readonly entries: readonly (readonly [name: string, value: string])[];
}

const NAME = /^[A-Za-z][A-Za-z0-9_-]*$/;
const PARAMETER_LINE = /^\s*([A-Za-z][A-Za-z0-9_-]*)[ \t]*:(?!\/\/)[ \t]*(.*)$/;

/**
 * Reads the command text of the spec's page. A command starts with a line `/connection`, then one `name: value` a line, `action`
 * among them; a value may go on over further lines. The one-line form is `/connection action name: value name: value`. A text may
 * hold several commands.
 * @throws InvalidInputError
 */
export function parseCommandText(source: string): Command[] {
  const blocks = splitCommands(source);
  if (blocks.length > 0) return blocks.map(parseCommand);
  throw new InvalidInputError([
    { parameter: "command", message: 'is empty; the first line names a connection, such as "/your-gong-connection"' },
  ]);
}

function splitCommands(source: string): string[][] {
  const blocks: string[][] = [];
  for (const line of source.replace(/^\uFEFF/, "").split(/\r?\n/)) {
    if (line.startsWith("/")) blocks.push([line]);
    else if (blocks.length > 0) blocks.at(-1)?.push(line);
    else if (line.trim() !== "") {
      throw new InvalidInputError([
        {
          parameter: "command",
          message: `must start with a line that names a connection, such as "/your-gong-connection"; got "${line}"`,
        },
      ]);
    }
  }
  return blocks;
}

function parseCommand([head = "", ...lines]: string[]): Command {
  const [, connection = "", rest = ""] = /^\/(\S*)\s*(.*)$/.exec(head) ?? [];
  if (!NAME.test(connection)) {
    throw new InvalidInputError([
      { parameter: "connection", message: `must be a name of letters, digits and dashes; got "${head}"` },
    ]);
  }
  const entries = parseLines(lines);
  const [, word, inline = ""] = /^([A-Za-z][A-Za-z0-9_-]*)(?![A-Za-z0-9_-]*[ \t]*:)\s*(.*)$/.exec(rest) ?? [];
  const named = entries.find(([name]) => canonicalName(name) === "action");
  const action = requireAction(word, named?.[1] ?? inlineAction(rest));
  const parameters = [...parseInline(word === undefined ? rest : inline, action), ...entries];
  return { connection, action, entries: parameters.filter(([name]) => canonicalName(name) !== "action") };
}

function inlineAction(rest: string): string | undefined {
  return /(?:^|\s)action[ \t]*:[ \t]*(\S+)/.exec(rest)?.[1];
}

function requireAction(word: string | undefined, named: string | undefined): AnyAction {
  if (word !== undefined && named !== undefined && word !== named) {
    throw new InvalidInputError([
      { parameter: "action", message: `is given twice, as "${word}" and "${named}"; leave one out` },
    ]);
  }
  const name = word ?? named;
  if (name !== undefined) return actionNamed(canonicalName(name));
  throw new InvalidInputError([
    { parameter: "action", message: 'is required: write a line such as "action: search-calls"' },
  ]);
}

/** `name: value` lines; a line that starts no parameter goes on with the value above it. */
function parseLines(lines: readonly string[]): [string, string][] {
  const entries: { readonly name: string; readonly value: GrowingValue }[] = [];
  for (const line of lines) {
    const [, name, value = ""] = PARAMETER_LINE.exec(line) ?? [];
    const last = entries.at(-1)?.value;
    if (name !== undefined && !last?.isUnfinished) entries.push({ name, value: new GrowingValue(value.trim()) });
    else if (last && line.trim() !== "") last.add(line.trim());
    else if (line.trim() !== "") {
      throw new InvalidInputError([
        { parameter: "command", message: `a line must read "name: value"; got "${line.trim()}"` },
      ]);
    }
  }
  return entries.map(({ name, value }) => [name, value.text]);
}

/** `name: value` pairs on one line: a value ends where the next of the action's parameters starts, or the quote that it opens with. */
function parseInline(rest: string, action: AnyAction): [string, string][] {
  const known = ["action", ...Object.keys(action.parameters.shape)];
  // A quote that nothing ends hides nothing; no other one after it could, so what is left is not looked through again for each.
  const unquoted = rest.replace(/"(?:[^"\\]|\\.|\\$)*("|$)/gs, (quoted, end) =>
    end === "" ? quoted : "_".repeat(quoted.length),
  );
  const starts = [...unquoted.matchAll(/(?<=^|\s)([A-Za-z][A-Za-z0-9_-]*)[ \t]*:(?=\s|$)/g)].filter(
    (start, position) => position === 0 || known.includes(canonicalName(start[1] ?? "")),
  );
  const stray = rest.slice(0, starts[0]?.index).trim();
  if (stray !== "") {
    throw new InvalidInputError([
      { parameter: "command", message: `parameters must read "name: value"; got "${stray}"` },
    ]);
  }
  return starts.map((start, position) => {
    const value = rest.slice(start.index + start[0].length, starts[position + 1]?.index).trim();
    return [start[1] ?? "", unquote(value)];
  });
}

function unquote(value: string): string {
  if (!/^".*"$/s.test(value)) return value;
  try {
    return String(JSON.parse(value));
  } catch {
    return value;
  }
}
