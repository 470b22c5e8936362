/**
 * What Gong's paths show of users beyond what calls say of them, workspaces beside the built-in one, and permission profiles. `initial_settings` are
 * those that differed from the usual when the user was entered; what was switched later is in `user_setting_changes`, in the order of `key`.
 */
export const peopleSchema = `
ALTER TABLE users ADD COLUMN details TEXT NOT NULL DEFAULT '{}';
ALTER TABLE users ADD COLUMN initial_settings TEXT NOT NULL DEFAULT '{}';

CREATE TABLE user_setting_changes(
  key INTEGER PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users(id) ON DELETE CASCADE,
  setting TEXT NOT NULL,
  value INTEGER NOT NULL,
  changed_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX user_setting_changes_by_user ON user_setting_changes(user_id, key);

CREATE TABLE workspaces(
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  description TEXT,
  created_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE permission_profiles(
  id TEXT PRIMARY KEY,
  workspace_id TEXT NOT NULL,
  name TEXT NOT NULL,
  description TEXT,
  permissions TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX permission_profiles_by_workspace ON permission_profiles(workspace_id, name);

CREATE TABLE permission_profile_users(
  workspace_id TEXT NOT NULL,
  user_id TEXT NOT NULL REFERENCES users(id) ON DELETE CASCADE,
  profile_id TEXT NOT NULL REFERENCES permission_profiles(id) ON DELETE CASCADE,
  PRIMARY KEY(workspace_id, user_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX permission_profile_users_by_profile ON permission_profile_users(profile_id, user_id);
`;
