/**
 * Whom to tell of which calls, and the calls that were processed and are yet to be looked at for that. The second is written together with the
 * end of a call's processing, so that no crash loses one.
 */
export const webhookRulesSchema = `
CREATE TABLE webhook_rules(
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  url TEXT NOT NULL,
  authentication TEXT NOT NULL,
  filter TEXT NOT NULL,
  is_enabled INTEGER NOT NULL,
  created_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE processed_calls(
  key INTEGER PRIMARY KEY,
  call_id TEXT NOT NULL REFERENCES calls(id) ON DELETE CASCADE,
  processed_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX processed_calls_by_call ON processed_calls(call_id);
`;
