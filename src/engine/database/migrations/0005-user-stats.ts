/**
 * What is counted for each user. `user_calls` says who was on which of the calls that Gong's paths show, one row for each of them, and follows
 * the calls by triggers. The figures of an analysis are kept in an index, so that averages do not read whole analyses.
 */
export const userStatsSchema = `
CREATE TABLE user_calls(
  call_key INTEGER NOT NULL REFERENCES visible_calls(key) ON DELETE CASCADE,
  user_id TEXT NOT NULL,
  is_host INTEGER NOT NULL,
  PRIMARY KEY(call_key, user_id)
) STRICT, WITHOUT ROWID;

CREATE VIEW users_on_calls AS
SELECT key AS call_key, primary_user_id AS user_id, 1 AS is_host FROM visible_calls
UNION ALL
SELECT v.key, party.value ->> 'userId', 0
FROM visible_calls v CROSS JOIN calls c ON c.id = v.call_id CROSS JOIN json_each(c.record, '$.parties') party
WHERE party.value ->> 'userId' IS NOT NULL;

CREATE TRIGGER shown_call_counts AFTER INSERT ON visible_calls
BEGIN
  INSERT INTO user_calls SELECT * FROM users_on_calls WHERE call_key = NEW.key ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER changed_call_counts AFTER UPDATE OF record ON calls
WHEN NEW.record -> '$.parties' IS NOT OLD.record -> '$.parties'
BEGIN
  DELETE FROM user_calls WHERE call_key = (SELECT key FROM visible_calls WHERE call_id = NEW.id);
  INSERT INTO user_calls SELECT * FROM users_on_calls
  WHERE call_key = (SELECT key FROM visible_calls WHERE call_id = NEW.id) ON CONFLICT DO NOTHING;
END;
INSERT INTO user_calls SELECT * FROM users_on_calls WHERE true ON CONFLICT DO NOTHING;

ALTER TABLE analyses ADD COLUMN talk_ratio REAL AS (analysis ->> '$.interactionStats.talkRatio') VIRTUAL;
ALTER TABLE analyses ADD COLUMN monologue_ms REAL AS (analysis ->> '$.interactionStats.longestMonologueMs') VIRTUAL;
ALTER TABLE analyses ADD COLUMN customer_story_ms REAL AS (analysis ->> '$.interactionStats.longestCustomerStoryMs') VIRTUAL;
ALTER TABLE analyses ADD COLUMN interactivity REAL AS (analysis ->> '$.interactionStats.interactivity') VIRTUAL;
ALTER TABLE analyses ADD COLUMN patience_ms REAL AS (analysis ->> '$.interactionStats.patienceMs') VIRTUAL;
ALTER TABLE analyses ADD COLUMN question_rate REAL AS (analysis ->> '$.interactionStats.questionRate') VIRTUAL;
CREATE INDEX analyses_figures ON analyses(
  call_key, talk_ratio, monologue_ms, customer_story_ms, interactivity, patience_ms, question_rate
);
`;
