import { everyBlock } from "../gong-api/every-block.ts";
import type { ContentSelector } from "../gong-api/schemas/list-calls-extensive.ts";

/** All that is sent of a call but links to its recording, which die within hours. */
export const everything: ContentSelector = { context: "Extended", exposedFields: everyBlock };
