import { stringify } from "csv-stringify/sync";

/** What each column says of a thing; `null` and nothing are empty cells. */
export type Columns<Thing> = Readonly<Record<string, (thing: Thing) => string | number | null | undefined>>;

/** CSV as spreadsheets take it (RFC 4180). A cell that begins like a formula is kept from being one: transcripts are strangers' words. */
const options = { record_delimiter: "windows", escape_formulas: true } as const;

export const table = {
  header: (columns: Columns<never>): string => stringify([Object.keys(columns)], options),
  line: <Thing>(columns: Columns<Thing>, thing: Thing): string =>
    stringify([Object.values(columns).map((read) => read(thing))], options),
};
