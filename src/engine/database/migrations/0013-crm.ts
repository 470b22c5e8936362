/**
 * What a CRM sends: its integration, the fields it describes, its objects as they are (`crm_objects`; `fields` is NULL for one that was deleted)
 * and as they were (`crm_versions`), the addresses that lead to them, the files and deletions that wait to be worked off, and the links that
 * somebody set by hand. `is_own` marks the address that an object's calls are told by; the others only say whose data it is.
 */
export const crmSchema = `
CREATE TABLE crm_integrations(
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  owner_email TEXT,
  created_ms INTEGER NOT NULL,
  is_active INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX crm_integrations_active ON crm_integrations(is_active) WHERE is_active = 1;

CREATE TABLE crm_fields(
  integration_key INTEGER NOT NULL REFERENCES crm_integrations(key) ON DELETE CASCADE,
  object_type TEXT NOT NULL,
  position INTEGER NOT NULL,
  unique_name TEXT NOT NULL,
  definition TEXT NOT NULL,
  PRIMARY KEY(integration_key, object_type, unique_name)
) STRICT, WITHOUT ROWID;

CREATE TABLE crm_objects(
  key INTEGER PRIMARY KEY,
  integration_key INTEGER NOT NULL REFERENCES crm_integrations(key) ON DELETE CASCADE,
  object_type TEXT NOT NULL,
  object_id TEXT NOT NULL,
  modified_ms INTEGER NOT NULL,
  account_id TEXT,
  fields TEXT,
  UNIQUE(integration_key, object_type, object_id)
) STRICT;
CREATE INDEX crm_objects_by_account ON crm_objects(integration_key, object_type, account_id) WHERE account_id IS NOT NULL;

CREATE TABLE crm_versions(
  object_key INTEGER NOT NULL REFERENCES crm_objects(key) ON DELETE CASCADE,
  modified_ms INTEGER NOT NULL,
  fields TEXT NOT NULL,
  PRIMARY KEY(object_key, modified_ms)
) STRICT, WITHOUT ROWID;

CREATE TABLE crm_addresses(
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  object_key INTEGER NOT NULL REFERENCES crm_objects(key) ON DELETE CASCADE,
  is_own INTEGER NOT NULL,
  PRIMARY KEY(kind, value, object_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX crm_addresses_by_object ON crm_addresses(object_key);

CREATE TABLE crm_requests(
  key INTEGER PRIMARY KEY,
  integration_id TEXT NOT NULL,
  client_request_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  object_type TEXT,
  file_id TEXT,
  created_ms INTEGER NOT NULL,
  status TEXT NOT NULL,
  done_bytes INTEGER NOT NULL DEFAULT 0,
  done_lines INTEGER NOT NULL DEFAULT 0,
  success_count INTEGER NOT NULL DEFAULT 0,
  error_count INTEGER NOT NULL DEFAULT 0,
  errors TEXT NOT NULL DEFAULT '[]',
  lease_owner TEXT,
  lease_until_ms INTEGER NOT NULL DEFAULT 0,
  UNIQUE(integration_id, client_request_id)
) STRICT;
CREATE INDEX crm_requests_open ON crm_requests(key) WHERE status IN ('PENDING', 'IN_PROGRESS');
CREATE INDEX crm_requests_with_file ON crm_requests(file_id) WHERE file_id IS NOT NULL;

CREATE TABLE crm_links(
  call_key INTEGER NOT NULL REFERENCES calls(key) ON DELETE CASCADE,
  integration_key INTEGER NOT NULL REFERENCES crm_integrations(key) ON DELETE CASCADE,
  object_type TEXT NOT NULL,
  object_id TEXT NOT NULL,
  party_id TEXT,
  UNIQUE(call_key, object_type, object_id, party_id)
) STRICT;
CREATE INDEX crm_links_by_object ON crm_links(integration_key, object_type, object_id);
`;
