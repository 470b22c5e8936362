/** Scorecards and the reviews by them. Questions and answers are JSON, as they are read whole. A user who is erased takes their reviews along. */
export const scorecardsSchema = `
CREATE TABLE scorecards(
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  workspace_id TEXT NOT NULL,
  name TEXT NOT NULL,
  is_enabled INTEGER NOT NULL,
  review_method TEXT NOT NULL,
  questions TEXT NOT NULL,
  created_ms INTEGER NOT NULL,
  updated_ms INTEGER NOT NULL,
  updater_user_id TEXT REFERENCES users(id) ON DELETE SET NULL
) STRICT;

CREATE TABLE answered_scorecards(
  key INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  scorecard_id TEXT NOT NULL REFERENCES scorecards(id),
  call_id TEXT NOT NULL REFERENCES calls(id) ON DELETE CASCADE,
  reviewed_user_id TEXT NOT NULL REFERENCES users(id) ON DELETE CASCADE,
  reviewer_user_id TEXT REFERENCES users(id) ON DELETE CASCADE,
  editor_user_id TEXT REFERENCES users(id) ON DELETE SET NULL,
  review_method TEXT NOT NULL,
  reviewed_ms INTEGER NOT NULL,
  visibility TEXT NOT NULL,
  answers TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX answered_scorecards_by_call ON answered_scorecards(call_id, scorecard_id, coalesce(reviewer_user_id, ''));
CREATE INDEX answered_scorecards_by_scorecard ON answered_scorecards(scorecard_id);
CREATE INDEX answered_scorecards_by_review ON answered_scorecards(reviewed_ms);
CREATE INDEX answered_scorecards_by_reviewed ON answered_scorecards(reviewed_user_id);
CREATE INDEX answered_scorecards_by_reviewer ON answered_scorecards(reviewer_user_id);
CREATE INDEX answered_scorecards_by_editor ON answered_scorecards(editor_user_id) WHERE editor_user_id IS NOT NULL;
`;
