/** The outcomes that a company's calls may have, and those that they have. Gong: a new tenant comes with these 16. */
export const callOutcomesSchema = `
CREATE TABLE call_outcomes(
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  display_order INTEGER NOT NULL,
  connect_status TEXT NOT NULL,
  sentiment TEXT NOT NULL,
  todo_action TEXT NOT NULL,
  automation TEXT,
  category TEXT NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO call_outcomes VALUES
  ('FOLLOW_UP', 'Follow up', 1, 'CONNECTED', 'POSITIVE', 'COMPLETE_AND_REMOVE', NULL, 'ANSWERED'),
  ('MEETING_BOOKED', 'Meeting booked', 2, 'CONNECTED', 'POSITIVE', 'COMPLETE_AND_REMOVE', NULL, 'ANSWERED'),
  ('BAD_TIMING', 'Bad timing', 3, 'CONNECTED', 'NEGATIVE', 'COMPLETE_AND_REMOVE', NULL, 'ANSWERED'),
  ('HAS_A_SOLUTION', 'Has a solution', 4, 'CONNECTED', 'NEUTRAL', 'COMPLETE_AND_REMOVE', NULL, 'ANSWERED'),
  ('BAD_PERSONA', 'Bad persona', 5, 'CONNECTED', 'NEGATIVE', 'COMPLETE_AND_REMOVE', NULL, 'ANSWERED'),
  ('GAVE_REFERRAL', 'Gave referral', 7, 'CONNECTED', 'POSITIVE', 'COMPLETE_AND_REMOVE', NULL, 'ANSWERED'),
  ('BAD_FIT', 'Bad fit', 8, 'CONNECTED', 'NEGATIVE', 'COMPLETE_AND_REMOVE', NULL, 'ANSWERED'),
  ('OPT_OUT', 'Opt out', 9, 'CONNECTED', 'NEGATIVE', 'COMPLETE_AND_REMOVE', 'MARK_AS_OPT_OUT', 'ANSWERED'),
  ('NOT_INTERESTED_OTHER', 'Not interested (other)', 12, 'CONNECTED', 'NEGATIVE', 'COMPLETE_AND_REMOVE', NULL, 'ANSWERED'),
  ('NO_VOICEMAIL', 'No voicemail', 1, 'NOT_CONNECTED', 'NEUTRAL', 'COMPLETE', NULL, 'NOT_ANSWERED'),
  ('LEFT_VOICEMAIL', 'Left voicemail', 2, 'NOT_CONNECTED', 'NEUTRAL', 'COMPLETE', NULL, 'NOT_ANSWERED'),
  ('NOT_IN_SERVICE', 'Not in service', 3, 'NOT_CONNECTED', 'NEUTRAL', 'COMPLETE', NULL, 'NOT_ANSWERED'),
  ('BUSY', 'Busy', 4, 'NOT_CONNECTED', 'NEUTRAL', 'COMPLETE', NULL, 'NOT_ANSWERED'),
  ('WRONG_NUMBER', 'Wrong number', 6, 'NOT_CONNECTED', 'NEGATIVE', 'COMPLETE', NULL, 'ANSWERED'),
  ('HUNG_UP', 'Hung up', 10, 'NOT_CONNECTED', 'NEGATIVE', 'COMPLETE', NULL, 'ANSWERED'),
  ('GATEKEEPER', 'Gatekeeper', 11, 'NOT_CONNECTED', 'NEUTRAL', 'COMPLETE', NULL, 'ANSWERED');

CREATE TABLE outcomes_of_calls(
  call_id TEXT PRIMARY KEY REFERENCES calls(id) ON DELETE CASCADE,
  outcome_id TEXT NOT NULL REFERENCES call_outcomes(id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX outcomes_of_calls_by_outcome ON outcomes_of_calls(outcome_id);
`;
