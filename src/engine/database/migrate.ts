import { SetupError } from "../../calls/errors.ts";
import { initialSchema } from "./migrations/0001-initial.ts";
import { gongWireSchema } from "./migrations/0002-gong-wire.ts";
import { accessSchema } from "./migrations/0003-access.ts";
import { userTitlesSchema } from "./migrations/0004-user-titles.ts";
import { userStatsSchema } from "./migrations/0005-user-stats.ts";
import { peopleSchema } from "./migrations/0006-people.ts";
import { erasuresSchema } from "./migrations/0007-erasures.ts";
import { trackersSchema } from "./migrations/0008-trackers.ts";
import { scorecardsSchema } from "./migrations/0009-scorecards.ts";
import { librarySchema } from "./migrations/0010-library.ts";
import { callOutcomesSchema } from "./migrations/0011-call-outcomes.ts";
import { webhookRulesSchema } from "./migrations/0012-webhook-rules.ts";
import { crmSchema } from "./migrations/0013-crm.ts";
import { webhookDeliveriesSchema } from "./migrations/0014-webhook-deliveries.ts";
import { mirrorSchema } from "./migrations/0015-mirror.ts";
import { partyUsersSchema } from "./migrations/0016-party-users.ts";
import type { SqlConnection } from "./sql-connection.ts";

/** Marks the file as ours in its header: "Tamt". */
const APPLICATION_ID = 0x54_61_6d_74;

/** In order: the n-th takes the schema from version n-1 to n. What was released is never edited, only added to. */
const migrations: readonly string[] = [
  initialSchema,
  gongWireSchema,
  accessSchema,
  userTitlesSchema,
  userStatsSchema,
  peopleSchema,
  erasuresSchema,
  trackersSchema,
  scorecardsSchema,
  librarySchema,
  callOutcomesSchema,
  webhookRulesSchema,
  crmSchema,
  webhookDeliveriesSchema,
  mirrorSchema,
  partyUsersSchema,
];

/**
 * Brings the schema up to date, alone even when several processes open a new file at once.
 * @throws SetupError for a file of something else, or of a newer release
 */
export function migrate(connection: SqlConnection, path: string): void {
  refuseForeign(connection, path);
  if (connection.pragma("user_version") === migrations.length) return;
  connection.exec("BEGIN EXCLUSIVE");
  try {
    for (let version = connection.pragma("user_version"); version < migrations.length; version += 1) {
      connection.exec(migrations[version] ?? "");
      connection.exec(`PRAGMA user_version = ${version + 1}; PRAGMA application_id = ${APPLICATION_ID};`);
    }
    connection.exec("COMMIT");
  } catch (error) {
    if (connection.isInTransaction) connection.exec("ROLLBACK");
    throw error;
  }
}

function refuseForeign(connection: SqlConnection, path: string): void {
  const version = connection.pragma("user_version");
  const application = connection.pragma("application_id");
  const isEmpty = connection.get("SELECT 1 FROM sqlite_schema LIMIT 1") === undefined;
  if (!isEmpty && application !== APPLICATION_ID) {
    throw new SetupError(
      `${path} is a database of another program. Choose another data folder, or move that file away.`,
    );
  }
  if (version > migrations.length) {
    throw new SetupError(
      `${path} was written by a newer release (schema ${version}, this one knows up to ${migrations.length}). Update this program.`,
    );
  }
}
