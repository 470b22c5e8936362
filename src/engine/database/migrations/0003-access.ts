/**
 * Access keys that may do less, for a while, from some networks or for one user; apps, and what was granted to them. A `NULL` means no bound. Of codes
 * and tokens only digests are kept. A grant is what an operator allowed one app at one time: all tokens that descend from one code.
 */
export const accessSchema = `
ALTER TABLE access_keys ADD COLUMN name TEXT;
ALTER TABLE access_keys ADD COLUMN scopes TEXT;
ALTER TABLE access_keys ADD COLUMN expires_ms INTEGER;
ALTER TABLE access_keys ADD COLUMN trusted_networks TEXT;
ALTER TABLE access_keys ADD COLUMN acting_user_id TEXT;

CREATE TABLE oauth_apps(
  client_id TEXT PRIMARY KEY,
  secret_hash TEXT NOT NULL,
  name TEXT NOT NULL,
  redirect_uris TEXT NOT NULL,
  scopes TEXT,
  created_ms INTEGER NOT NULL,
  revoked_ms INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE oauth_grants(
  id INTEGER PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES oauth_apps(client_id),
  scopes TEXT NOT NULL,
  allowed_by TEXT NOT NULL,
  created_ms INTEGER NOT NULL,
  revoked_ms INTEGER
) STRICT;
CREATE INDEX oauth_grants_by_app ON oauth_grants(client_id);

CREATE TABLE oauth_codes(
  code_hash TEXT PRIMARY KEY,
  grant_id INTEGER NOT NULL REFERENCES oauth_grants(id) ON DELETE CASCADE,
  redirect_uri TEXT NOT NULL,
  challenge TEXT,
  expires_ms INTEGER NOT NULL,
  used_ms INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX oauth_codes_by_end ON oauth_codes(expires_ms);

CREATE TABLE oauth_access_tokens(
  token_hash TEXT PRIMARY KEY,
  grant_id INTEGER NOT NULL REFERENCES oauth_grants(id) ON DELETE CASCADE,
  scopes TEXT NOT NULL,
  expires_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX oauth_access_tokens_by_end ON oauth_access_tokens(expires_ms);

CREATE TABLE oauth_refresh_tokens(
  token_hash TEXT PRIMARY KEY,
  grant_id INTEGER NOT NULL REFERENCES oauth_grants(id) ON DELETE CASCADE,
  used_ms INTEGER
) STRICT, WITHOUT ROWID;
`;
