import { z } from "zod";
import type { GeneratedContent } from "../present/present-content.ts";

const block = <Item extends z.ZodType>(item: Item) => z.array(item).optional().catch(undefined);

/** What a server wrote in another way costs that block, never the call. */
const generated = z.object({
  structure: block(z.object({ name: z.string(), duration: z.number() })),
  outline: block(
    z.object({
      section: z.string(),
      startTime: z.number(),
      duration: z.number(),
      items: z
        .array(z.object({ text: z.string(), startTime: z.number() }))
        .nullish()
        .transform((items) => items ?? []),
    }),
  ),
  highlights: block(
    z.object({
      title: z.string(),
      items: z
        .array(
          z.object({
            text: z.string(),
            startTimes: z
              .array(z.number())
              .nullish()
              .transform((times) => times ?? []),
          }),
        )
        .nullish()
        .transform((items) => items ?? []),
    }),
  ),
  keyPoints: block(z.object({ text: z.string() })),
});

/** What was picked out of a call or written about it, as far as it is there. */
export function parseGeneratedContent(content: object): GeneratedContent {
  const found = Object.entries(generated.parse(content)).filter(([, members]) => members !== undefined);
  return Object.fromEntries(found) as GeneratedContent; // only members that are not there went
}
