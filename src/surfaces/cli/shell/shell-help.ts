import { actionNamed, actions } from "../../../connection/actions.ts";
import { type ParameterFacts, parameterFacts } from "../input/parameter-facts.ts";

/** What `help` and `help <action>` say in the shell. @throws InvalidInputError naming the nearest action. */
export function shellHelp(name: string | undefined): string {
  return name === undefined ? generalHelp() : actionHelp(name);
}

function generalHelp(): string {
  const list = actions.map(({ name, summary }) => `  ${name.padEnd(14)}${summary}`);
  return [
    "One line:       /your-gong-connection get-call call-id: 123",
    "                get-call call-id: 123",
    "Several lines:  /your-gong-connection",
    "                action: get-call",
    "                call-id: 123",
    "                (a blank line runs it, and so does Ctrl-D; Ctrl-C drops it)",
    "",
    ...list,
    "",
    "  help <action>   its parameters, and an example",
    "  exit            or Ctrl-D",
  ].join("\n");
}

function actionHelp(name: string): string {
  const action = actionNamed(name);
  const facts = parameterFacts(action);
  const width = Math.max(...facts.map((fact) => fact.name.length)) + 3;
  const rows = facts.map((fact) => `  ${`${fact.name}:`.padEnd(width)}${describe(fact)}`);
  return [`${action.summary}.`, action.description, "", ...rows, "", action.example].join("\n");
}

function describe({ description, isRequired, words }: ParameterFacts): string {
  const notes = [...(isRequired ? ["required"] : []), ...(words.length > 0 ? [`one of ${words.join(", ")}`] : [])];
  return notes.length === 0 ? description : `${description} (${notes.join("; ")})`;
}
