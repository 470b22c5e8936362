/**
 * The records of calls, the search index and the queue. `search_index` is contentless: it keeps only tokens; the text of a hit
 * comes from `transcripts`. Its rowid is `search_entries.key`, which rises with the start of the call, so that newest-first pages
 * and date ranges need no sorting. `search_entries` repeats what coarse filters need, kept true by a trigger.
 */
export const initialSchema = `
CREATE TABLE calls(
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  workspace_id TEXT NOT NULL,
  client_unique_id TEXT NOT NULL,
  status TEXT NOT NULL,
  duration_ms INTEGER,
  record TEXT NOT NULL,
  processing TEXT NOT NULL,
  media TEXT,
  UNIQUE(client_unique_id, workspace_id)
) STRICT;

CREATE TABLE transcripts(
  call_key INTEGER PRIMARY KEY REFERENCES calls(key) ON DELETE CASCADE,
  body TEXT NOT NULL,
  sentences BLOB NOT NULL,
  voices TEXT NOT NULL,
  words BLOB NOT NULL
) STRICT;

CREATE TABLE analyses(
  call_key INTEGER PRIMARY KEY REFERENCES calls(key) ON DELETE CASCADE,
  analysis TEXT NOT NULL
) STRICT;

CREATE TABLE users(
  id TEXT PRIMARY KEY,
  name TEXT,
  email_address TEXT,
  phone_number TEXT,
  email_domain TEXT,
  created_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX users_by_email_domain ON users(email_domain);

CREATE TABLE access_keys(
  access_key TEXT PRIMARY KEY,
  secret_hash TEXT NOT NULL,
  created_ms INTEGER NOT NULL,
  revoked_ms INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE settings(
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE search_entries(
  key INTEGER PRIMARY KEY,
  call_id TEXT NOT NULL UNIQUE,
  started_ms INTEGER NOT NULL,
  direction TEXT NOT NULL,
  status TEXT NOT NULL,
  duration_ms INTEGER,
  labels TEXT NOT NULL
) STRICT;

CREATE TABLE search_state(
  id INTEGER PRIMARY KEY CHECK (id = 1),
  longest_spill_seconds INTEGER NOT NULL
) STRICT;
INSERT INTO search_state VALUES (1, 0);

CREATE VIRTUAL TABLE search_index USING fts5(
  title, body, party, topic, facet,
  content='', contentless_delete=1, detail=full, tokenize="ascii tokenchars '_'"
);
INSERT INTO search_index(search_index, rank) VALUES ('pgsz', 8000);

CREATE TRIGGER calls_into_search AFTER UPDATE OF status, duration_ms ON calls
WHEN NEW.status IS NOT OLD.status OR NEW.duration_ms IS NOT OLD.duration_ms
BEGIN
  UPDATE search_entries SET status = NEW.status, duration_ms = NEW.duration_ms WHERE call_id = NEW.id;
END;

CREATE TABLE jobs(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  call_id TEXT NOT NULL UNIQUE,
  stage TEXT NOT NULL,
  attempt INTEGER NOT NULL,
  due_ms INTEGER NOT NULL,
  worker_id TEXT
) STRICT;
CREATE INDEX jobs_by_due ON jobs(due_ms, id);
CREATE INDEX jobs_by_worker ON jobs(worker_id) WHERE worker_id IS NOT NULL;

CREATE TABLE workers(
  id TEXT PRIMARY KEY,
  pid INTEGER NOT NULL,
  host TEXT NOT NULL,
  server_url TEXT,
  seen_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`;
