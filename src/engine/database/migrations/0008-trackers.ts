/**
 * Trackers and what they found. `tracker_state.revision` rises with every change that may change what a tracker finds; a tracker's own is that
 * of its last such change. `tracked_calls` has every analysed call with the revision up to which its hits are known, so that a call whose number is
 * too low waits for its turn, whatever kept it from it: one of no hits is told apart from one not looked at. A new transcript or analysis, and
 * whatever else a tracker looks at, begins anew; `changes` counts these, so that hits of the text before are not taken for hits of the text now.
 */
export const trackersSchema = `
CREATE TABLE trackers(
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  workspace_id TEXT NOT NULL,
  name TEXT NOT NULL,
  definition TEXT NOT NULL,
  revision INTEGER NOT NULL,
  created_ms INTEGER NOT NULL,
  creator_user_id TEXT REFERENCES users(id) ON DELETE SET NULL,
  updated_ms INTEGER NOT NULL,
  updater_user_id TEXT REFERENCES users(id) ON DELETE SET NULL
) STRICT;

CREATE TABLE tracker_state(
  id INTEGER PRIMARY KEY CHECK (id = 1),
  revision INTEGER NOT NULL
) STRICT;
INSERT INTO tracker_state VALUES (1, 0);

CREATE TABLE tracked_calls(
  call_key INTEGER PRIMARY KEY REFERENCES calls(key) ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  changes INTEGER NOT NULL
) STRICT;
CREATE INDEX tracked_calls_by_revision ON tracked_calls(revision, call_key);

CREATE TABLE tracker_hits(
  call_key INTEGER NOT NULL REFERENCES tracked_calls(call_key) ON DELETE CASCADE,
  tracker_key INTEGER NOT NULL REFERENCES trackers(key) ON DELETE CASCADE,
  phrases TEXT NOT NULL,
  PRIMARY KEY(call_key, tracker_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX tracker_hits_by_tracker ON tracker_hits(tracker_key);

CREATE TRIGGER analysed_call_is_tracked AFTER INSERT ON analyses
BEGIN
  UPDATE tracked_calls SET revision = 0, changes = changes + 1 WHERE call_key = NEW.call_key;
  INSERT INTO tracked_calls(call_key, revision, changes) SELECT NEW.call_key, 0, 0
  WHERE NOT EXISTS (SELECT 1 FROM tracked_calls WHERE call_key = NEW.call_key);
END;
CREATE TRIGGER transcribed_call_is_tracked AFTER INSERT ON transcripts
BEGIN
  UPDATE tracked_calls SET revision = 0, changes = changes + 1 WHERE call_key = NEW.call_key;
END;
CREATE TRIGGER corrected_call_is_tracked AFTER UPDATE ON transcripts
BEGIN
  UPDATE tracked_calls SET revision = 0, changes = changes + 1 WHERE call_key = NEW.call_key;
END;
CREATE TRIGGER relabelled_call_is_tracked AFTER UPDATE OF record, duration_ms ON calls
WHEN NEW.duration_ms IS NOT OLD.duration_ms
  OR NEW.record ->> '$.direction' IS NOT OLD.record ->> '$.direction'
  OR NEW.record ->> '$.languageCode' IS NOT OLD.record ->> '$.languageCode'
BEGIN
  UPDATE tracked_calls SET revision = 0, changes = changes + 1 WHERE call_key = NEW.key;
END;
INSERT INTO tracked_calls(call_key, revision, changes) SELECT call_key, 0, 0 FROM analyses;
`;
