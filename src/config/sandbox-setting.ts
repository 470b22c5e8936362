import { z } from "zod";
import { type SwitchSettings, switchSettings } from "../gong-api/tamtam/sandbox-switches.ts";

/** `on` for a sandbox without a switch, or switches with commas between, each with numbers if they are to be others than usual: `late-calls:maxHours=6`. */
export const sandboxSetting = z.string().transform((text, context): SwitchSettings => {
  const names = text.split(/[\s,]+/).filter((item) => item !== "" && item !== "on");
  const parsed = switchSettings.safeParse(Object.fromEntries(names.map(readItem)));
  if (parsed.success) return parsed.data;
  for (const { path, message } of parsed.error.issues) {
    const where = path.map(String).join(":");
    context.addIssue({ code: "custom", message: where === "" ? message : `${where} ${message}` });
  }
  return z.NEVER;
});

function readItem(item: string): [string, object] {
  const [name = "", ...numbers] = item.split(":");
  return [name, Object.fromEntries(numbers.map(readNumber))];
}

/** What is neither a number nor true or false stays a text, which is then refused by its name. */
function readNumber(text: string): [string, number | boolean | string] {
  const [name = "", value = ""] = text.split("=");
  if (value === "true" || value === "false") return [name, value === "true"];
  return [name, value === "" || Number.isNaN(Number(value)) ? value : Number(value)];
}
