import type { CallMetaData } from "./call-data.ts";

/** A call in Gong's lists, and the `metaData` of its detailed ones. Times carry the company's UTC offset. */
export interface CallBasicData extends Omit<CallMetaData, "title" | "language"> {
  /** The call's page. */
  readonly url: string;
  /** Clients rely on there being one. */
  readonly title: string;
  /** ISO 639-2/B; `und` where it is not known. */
  readonly language: string;
  readonly isPrivate: boolean;
  readonly calendarEventId: string | null;
}
