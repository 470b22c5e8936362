import { z } from "zod";
import { directions } from "../../calls/call.ts";
import { flag, idList, idText, searchText } from "../wire-types.ts";

const texts = <Text extends z.ZodType<string>>(text: Text) =>
  z.array(text, { error: "must be an array of texts" }).min(1);

const httpUrl = z
  .string()
  .refine(isHttpUrl, { error: "must be an http or https URL" })
  .refine((text) => !isHttpUrl(text) || !hasCredentials(text), {
    error:
      "must have no user name and password in it: they would be shown with the rule, and Authorization holds the signature. " +
      "With authentication url-includes-key the URL has a key instead",
    params: { isWholeSentence: true },
  });

function isHttpUrl(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

function hasCredentials(text: string): boolean {
  const { username, password } = new URL(text);
  return username !== "" || password !== "";
}

const wrongDuration = "must be a number of seconds from 0 on";

/** Which calls a rule is for: all given conditions hold together, and every call matches where none is given. */
const filter = z.strictObject({
  direction: z.enum(directions, { error: `must be one of ${directions.join(", ")}` }).optional(),
  workspaceId: idText.optional(),
  primaryUserIds: idList.optional(),
  /** Seconds. */
  minDuration: z.number({ error: wrongDuration }).min(0, { error: wrongDuration }).optional(),
  title: searchText.optional(),
  keywords: texts(searchText).optional(),
  keywordMatch: z.enum(["all", "any"], { error: "must be all or any" }).optional(),
  trackerNames: texts(z.string().min(1)).optional(),
});
export type GivenWebhookFilter = z.infer<typeof filter>;

/** What is said of a rule. */
export const webhookRuleFields = {
  name: z.string().min(1).optional(),
  url: httpUrl.optional(),
  authentication: z
    .enum(["url-includes-key", "signed-jwt-header"], { error: "must be url-includes-key or signed-jwt-header" })
    .optional(),
  enabled: flag,
  filter: filter.optional(),
};

export interface WebhookRuleData {
  readonly id: string;
  readonly name: string;
  /** With its key, where it includes one. */
  readonly url: string;
  readonly authentication: "url-includes-key" | "signed-jwt-header";
  readonly enabled: boolean;
  readonly filter: GivenWebhookFilter;
  readonly created: string;
}

export interface WebhookRuleResponse {
  readonly rule: WebhookRuleData;
}
