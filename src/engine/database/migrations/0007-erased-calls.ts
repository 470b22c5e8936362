/**
 * Calls that were erased, until it is sure that nothing of them is left: a recording that was being written when the program died, words that
 * lie in free pages of this file. Of a call only its id is noted.
 */
export const erasedCallsSchema = `
CREATE TABLE erased_calls(
  call_id TEXT PRIMARY KEY,
  erased_ms INTEGER NOT NULL,
  is_scrubbed INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`;
