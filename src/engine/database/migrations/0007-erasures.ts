/**
 * What was erased a short while ago, until it is sure that nothing of it is left: a recording that was being written when the program died, words
 * that lie in free pages of this file. Of a call only its id is noted.
 */
export const erasuresSchema = `
CREATE TABLE erasures(
  key INTEGER PRIMARY KEY,
  call_ids TEXT NOT NULL,
  erased_ms INTEGER NOT NULL,
  is_scrubbed INTEGER NOT NULL
) STRICT;
`;
