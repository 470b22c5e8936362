import { emailDomain } from "../../calls/affiliation.ts";
import { ConflictError, NotFoundError } from "../../calls/errors.ts";
import type { UserId } from "../../calls/ids.ts";
import {
  type UserAccount,
  type UserChange,
  type UserDetails,
  type UserSetting,
  type UserSettingChange,
  type UserSettings,
  userSettings,
  usualSettings,
} from "../../calls/user-account.ts";
import { connectionOf, type SqliteDatabase } from "../database/sqlite-database.ts";
import type { SqlConnection, SqlValue } from "../database/sql-connection.ts";
import type { Transaction } from "../database/transaction.ts";
import { rowToUser, USER_COLUMNS, type UserRow } from "./sqlite-user-directory.ts";
import type { UserAccountPage, UserAccountQuery, UserAccounts } from "./user-accounts.ts";

interface AccountRow extends UserRow {
  readonly details: string;
  readonly initial_settings: string;
}

interface ChangeRow {
  readonly userId: UserId;
  readonly setting: UserSetting;
  readonly value: number;
  readonly changedMs: number;
}

const SELECT = `SELECT ${USER_COLUMNS}, u.details, u.initial_settings FROM`;

export class SqliteUserAccounts implements UserAccounts {
  readonly #reader: SqlConnection;

  constructor(database: SqliteDatabase) {
    this.#reader = database.reader;
  }

  async page(query: UserAccountQuery): Promise<UserAccountPage> {
    const [where, ...values] = conditions(query);
    const { afterId, pageSize } = query;
    return this.#reader.snapshot(() => {
      const count = this.#reader.get<{ total: number }>(`SELECT count(*) AS total FROM users u WHERE ${where}`, values);
      const rows = this.#reader.all<AccountRow>(
        `${SELECT} users u WHERE ${where} ${afterId === undefined ? "" : "AND (length(u.id), u.id) > (length(?), ?)"}
         ORDER BY length(u.id), u.id LIMIT ?`,
        [...values, ...(afterId === undefined ? [] : [afterId, afterId]), pageSize + 1],
      );
      const users = readAccounts(this.#reader, rows.slice(0, pageSize));
      return { users, total: count?.total ?? 0, hasMore: rows.length > pageSize };
    });
  }

  async getMany(ids: readonly UserId[]): Promise<readonly UserAccount[]> {
    return this.#reader.snapshot(() => readMany(this.#reader, ids));
  }

  async settingsHistory(id: UserId): Promise<readonly UserSettingChange[]> {
    return this.#reader.snapshot(() => {
      const row = this.#reader.get<AccountRow>(`${SELECT} users u WHERE u.id = ?`, [id]);
      if (!row) return [];
      const initial = initialSettings(row);
      return [
        ...userSettings.map((setting) => ({ setting, value: initial[setting], changedMs: row.created_ms })),
        ...readChanges(this.#reader, [id]).map(({ setting, value, changedMs }) => ({
          setting,
          value: value === 1,
          changedMs,
        })),
      ];
    });
  }

  async add(account: UserAccount, transaction: Transaction): Promise<void> {
    const { id, name, emailAddress, phoneNumber, title, managerId, createdMs, details, settings } = account;
    const said = [name, emailAddress, phoneNumber, emailDomain(emailAddress), title, managerId];
    const entered = connectionOf(transaction).run(
      `INSERT INTO users(id, name, email_address, phone_number, email_domain, title, manager_id, created_ms, details, initial_settings)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(id) DO NOTHING`,
      [id, ...said.map((text) => text || null), createdMs, JSON.stringify(details), JSON.stringify(settings)],
    );
    if (entered === 0) throw new ConflictError(`There is a user ${id} already; change that one, or choose another id.`);
  }

  async change(id: UserId, change: UserChange, changedMs: number, transaction: Transaction): Promise<void> {
    const connection = connectionOf(transaction);
    const [before] = readMany(connection, [id]);
    if (!before) throw new NotFoundError(`There is no user ${id}.`);
    const { name, emailAddress, phoneNumber, title, managerId, settings = {}, ...details } = change;
    const kept = { ...before, ...given({ name, emailAddress, phoneNumber, title, managerId }) };
    const said = [kept.name, kept.emailAddress, kept.phoneNumber, emailDomain(kept.emailAddress)];
    connection.run(
      `UPDATE users SET name = ?, email_address = ?, phone_number = ?, email_domain = ?, title = ?, manager_id = ?, details = ?
       WHERE id = ?`,
      [
        ...[...said, kept.title, kept.managerId].map((text) => text || null),
        JSON.stringify({ ...before.details, ...given(details) }),
        id,
      ],
    );
    for (const setting of userSettings) {
      const value = settings[setting];
      if (value === undefined || value === before.settings[setting]) continue;
      connection.run("INSERT INTO user_setting_changes(user_id, setting, value, changed_ms) VALUES (?, ?, ?, ?)", [
        id,
        setting,
        value ? 1 : 0,
        changedMs,
      ]);
    }
  }
}

function conditions({ createdFromMs, createdToMs, ids }: UserAccountQuery): [sql: string, ...values: SqlValue[]] {
  const all: [string, SqlValue][] = [];
  if (createdFromMs !== undefined) all.push(["u.created_ms >= ?", createdFromMs]);
  if (createdToMs !== undefined) all.push(["u.created_ms < ?", createdToMs]);
  if (ids !== undefined) all.push(["u.id IN (SELECT value FROM json_each(?))", JSON.stringify(ids)]);
  return [["true", ...all.map(([sql]) => sql)].join(" AND "), ...all.map(([, value]) => value)];
}

function readMany(connection: SqlConnection, ids: readonly UserId[]): UserAccount[] {
  const sql = `${SELECT} json_each(?) wanted CROSS JOIN users u ON u.id = wanted.value ORDER BY wanted.key`;
  return readAccounts(connection, connection.all<AccountRow>(sql, [JSON.stringify(ids)]));
}

function readAccounts(connection: SqlConnection, rows: readonly AccountRow[]): UserAccount[] {
  const changes = Map.groupBy(
    readChanges(
      connection,
      rows.map((row) => row.id),
    ),
    (change) => change.userId,
  );
  return rows.map((row) => ({
    ...rowToUser(row),
    details: JSON.parse(row.details) as UserDetails, // written above
    settings: {
      ...initialSettings(row),
      ...Object.fromEntries((changes.get(row.id) ?? []).map(({ setting, value }) => [setting, value === 1])),
    },
  }));
}

function readChanges(connection: SqlConnection, ids: readonly UserId[]): ChangeRow[] {
  return connection.all<ChangeRow>(
    `SELECT user_id AS userId, setting, value, changed_ms AS changedMs FROM user_setting_changes
     WHERE user_id IN (SELECT value FROM json_each(?)) ORDER BY key`,
    [JSON.stringify(ids)],
  );
}

function initialSettings(row: AccountRow): UserSettings {
  return { ...usualSettings, ...(JSON.parse(row.initial_settings) as Partial<UserSettings>) }; // written above
}

/** Without what was not said. */
function given<Change extends object>(change: Change): Change {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Change; // some of its members
}
