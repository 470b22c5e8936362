/**
 * Folders of the library and the calls in them; both ends of a snippet are there or neither is. A user who is erased leaves no trace in it: what they
 * made stays as nobody's, what they wrote goes.
 */
export const librarySchema = `
CREATE TABLE library_folders(
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  workspace_id TEXT NOT NULL,
  parent_id TEXT REFERENCES library_folders(id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  created_by TEXT,
  updated_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX library_folders_by_workspace ON library_folders(workspace_id, key);
CREATE INDEX library_folders_by_parent ON library_folders(parent_id);

CREATE TABLE library_entries(
  key INTEGER PRIMARY KEY,
  folder_id TEXT NOT NULL REFERENCES library_folders(id) ON DELETE CASCADE,
  call_id TEXT NOT NULL REFERENCES calls(id) ON DELETE CASCADE,
  note TEXT,
  added_by TEXT,
  created_ms INTEGER NOT NULL,
  start_ms INTEGER,
  end_ms INTEGER
) STRICT;
CREATE UNIQUE INDEX library_entries_once ON library_entries(
  folder_id, call_id, coalesce(start_ms, -1), coalesce(end_ms, -1)
);
CREATE INDEX library_entries_by_call ON library_entries(call_id);

CREATE TRIGGER removed_user_leaves_library AFTER DELETE ON users
BEGIN
  UPDATE library_folders SET created_by = NULL WHERE created_by = OLD.id;
  UPDATE library_entries SET added_by = NULL, note = NULL WHERE added_by = OLD.id;
END;
`;
