import type { SqliteDatabase } from "../database/sqlite-database.ts";
import type { Crm } from "./crm.ts";
import { FsCrmFiles } from "./fs-crm-files.ts";
import { SqliteCrmIntegrations } from "./sqlite-crm-integrations.ts";
import { SqliteCrmLinks } from "./sqlite-crm-links.ts";
import { SqliteCrmObjects } from "./sqlite-crm-objects.ts";
import { SqliteCrmRequests } from "./sqlite-crm-requests.ts";

/** @param folder where files wait; made when the first one comes */
export function openCrm(database: SqliteDatabase, folder: string): Crm {
  return {
    integrations: new SqliteCrmIntegrations(database),
    objects: new SqliteCrmObjects(database),
    links: new SqliteCrmLinks(database),
    requests: new SqliteCrmRequests(database),
    files: new FsCrmFiles(folder),
  };
}
