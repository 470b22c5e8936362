/**
 * What keeps a library in step with a tenant. `imported_calls` has what was sent for each call, compressed, and when what is not there yet is asked
 * for again: never where the time is `NULL`. `sync_windows` are the times that were read whole and when that was last done; they do not overlap.
 * `sync_state` is one row: what is being read now, committed together with what came of it.
 */
export const mirrorSchema = `
CREATE TABLE imported_calls(
  call_key INTEGER PRIMARY KEY REFERENCES calls(key) ON DELETE CASCADE,
  started_ms INTEGER NOT NULL,
  sent BLOB NOT NULL,
  sent_digest TEXT NOT NULL,
  monologues TEXT,
  has_content INTEGER NOT NULL,
  transcript_asks INTEGER NOT NULL,
  transcript_ask_ms INTEGER,
  content_asks INTEGER NOT NULL,
  content_ask_ms INTEGER
) STRICT;
CREATE INDEX imported_calls_by_start ON imported_calls(started_ms);
CREATE INDEX imported_calls_by_transcript_ask ON imported_calls(transcript_ask_ms) WHERE transcript_ask_ms IS NOT NULL;
CREATE INDEX imported_calls_by_content_ask ON imported_calls(content_ask_ms) WHERE content_ask_ms IS NOT NULL;

CREATE TABLE sync_windows(
  from_ms INTEGER PRIMARY KEY,
  to_ms INTEGER NOT NULL,
  read_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE sync_state(
  id INTEGER PRIMARY KEY CHECK (id = 1),
  state TEXT NOT NULL
) STRICT;
`;
