import { z } from "zod";
import type { EveryMember } from "./record-fields.ts";

const FORMAT = "tamtam-library";

/** `library.json`. */
export interface ArchiveAbout {
  readonly format: typeof FORMAT;
  readonly version: 1;
  /** ISO 8601. */
  readonly exported: string;
  readonly callCount: number;
  readonly transcriptCount: number;
  readonly mediaCount: number;
  /** Calls whose recording could not be had. */
  readonly missingMedia?: readonly string[] | undefined;
  /** Of a library of ours: the workspace of what is added without naming one. */
  readonly builtInWorkspaceId?: string | undefined;
}

const archiveAbout: z.ZodType<ArchiveAbout> = z.object({
  format: z.literal(FORMAT),
  version: z.literal(1),
  exported: z.string(),
  callCount: z.int(),
  transcriptCount: z.int(),
  mediaCount: z.int(),
  missingMedia: z.array(z.string().min(1)).optional(),
  builtInWorkspaceId: z.string().min(1).optional(),
} satisfies EveryMember<ArchiveAbout>);

/** Nothing for what is something else. @throws ZodError for one of another version */
export function readAbout(thing: object): readonly ArchiveAbout[] {
  if (!("format" in thing) || thing.format !== FORMAT) return [];
  return [archiveAbout.parse(thing)];
}

export function describeArchive(facts: Omit<ArchiveAbout, "format" | "version">): ArchiveAbout {
  return { format: FORMAT, version: 1, ...facts };
}
