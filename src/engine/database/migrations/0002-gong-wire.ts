/**
 * What Gong's paths need. `visible_calls` are the calls that they show: those that were processed once, in the order in which they came to
 * be. A call enters it the moment it is first completed and stays, whatever is done to it later; a page sequence that began before does not
 * see it, because its key is higher than all that were there.
 */
export const gongWireSchema = `
CREATE TABLE visible_calls(
  key INTEGER PRIMARY KEY AUTOINCREMENT,
  call_id TEXT NOT NULL UNIQUE REFERENCES calls(id) ON DELETE CASCADE,
  workspace_id TEXT NOT NULL,
  primary_user_id TEXT NOT NULL,
  started_ms INTEGER NOT NULL,
  scheduled_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX visible_calls_by_start ON visible_calls(started_ms);
CREATE INDEX visible_calls_by_schedule ON visible_calls(scheduled_ms);

CREATE VIEW calls_to_show AS
SELECT id AS call_id, workspace_id, record ->> '$.primaryUserId' AS primary_user_id,
  record ->> '$.actualStart.epochMs' AS started_ms,
  CASE WHEN record ->> '$.direction' = 'Conference'
    THEN coalesce(record ->> '$.scheduledStart.epochMs', record ->> '$.actualStart.epochMs')
    ELSE record ->> '$.actualStart.epochMs' END AS scheduled_ms
FROM calls WHERE status = 'Completed';

CREATE TRIGGER completed_call_shows AFTER UPDATE OF status ON calls
WHEN NEW.status = 'Completed' AND OLD.status IS NOT 'Completed'
BEGIN
  INSERT INTO visible_calls(call_id, workspace_id, primary_user_id, started_ms, scheduled_ms)
  SELECT * FROM calls_to_show WHERE call_id = NEW.id ON CONFLICT(call_id) DO NOTHING;
END;
CREATE TRIGGER added_call_shows AFTER INSERT ON calls WHEN NEW.status = 'Completed'
BEGIN
  INSERT INTO visible_calls(call_id, workspace_id, primary_user_id, started_ms, scheduled_ms)
  SELECT * FROM calls_to_show WHERE call_id = NEW.id ON CONFLICT(call_id) DO NOTHING;
END;
INSERT INTO visible_calls(call_id, workspace_id, primary_user_id, started_ms, scheduled_ms)
SELECT calls_to_show.* FROM calls_to_show JOIN calls ON calls.id = calls_to_show.call_id ORDER BY calls.key;

CREATE TABLE call_access(
  call_id TEXT NOT NULL REFERENCES calls(id) ON DELETE CASCADE,
  user_id TEXT NOT NULL,
  PRIMARY KEY(call_id, user_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX call_access_by_user ON call_access(user_id, call_id);
`;
