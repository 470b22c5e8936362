/** The users among each call's parties, of every call there is: what decides which calls a user sees. Follows the calls by triggers. */
export const partyUsersSchema = `
CREATE TABLE party_users(
  user_id TEXT NOT NULL,
  call_id TEXT NOT NULL REFERENCES calls(id) ON DELETE CASCADE,
  PRIMARY KEY(user_id, call_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX party_users_by_call ON party_users(call_id);

CREATE VIEW users_among_parties AS
SELECT DISTINCT party.value ->> 'userId' AS user_id, calls.id AS call_id
FROM calls CROSS JOIN json_each(calls.record, '$.parties') party
WHERE party.value ->> 'userId' IS NOT NULL;

CREATE TRIGGER added_call_has_users AFTER INSERT ON calls
BEGIN
  INSERT INTO party_users SELECT user_id, call_id FROM users_among_parties WHERE call_id = NEW.id;
END;
CREATE TRIGGER changed_call_has_users AFTER UPDATE OF record ON calls
WHEN NEW.record -> '$.parties' IS NOT OLD.record -> '$.parties'
BEGIN
  DELETE FROM party_users WHERE call_id = NEW.id;
  INSERT INTO party_users SELECT user_id, call_id FROM users_among_parties WHERE call_id = NEW.id;
END;
INSERT INTO party_users SELECT user_id, call_id FROM users_among_parties;
`;
