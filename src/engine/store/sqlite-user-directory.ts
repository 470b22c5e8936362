import { emailDomain } from "../../calls/affiliation.ts";
import type { Call } from "../../calls/call.ts";
import type { UserId } from "../../calls/ids.ts";
import type { User } from "../../calls/party.ts";
import { connectionOf, type SqliteDatabase } from "../database/sqlite-database.ts";
import type { SqlConnection } from "../database/sql-connection.ts";
import type { Transaction } from "../database/transaction.ts";
import type { UserDirectory } from "./call-store.ts";

export interface UserRow {
  readonly id: UserId;
  readonly name: string | null;
  readonly email_address: string | null;
  readonly phone_number: string | null;
  readonly title: string | null;
  readonly manager_id: UserId | null;
  readonly created_ms: number;
}

export const USER_COLUMNS = "u.id, u.name, u.email_address, u.phone_number, u.title, u.manager_id, u.created_ms";

export class SqliteUserDirectory implements UserDirectory {
  readonly #reader: SqlConnection;

  constructor(database: SqliteDatabase) {
    this.#reader = database.reader;
  }

  async get(id: UserId): Promise<User | undefined> {
    const row = this.#reader.get<UserRow>(`SELECT ${USER_COLUMNS} FROM users u WHERE u.id = ?`, [id]);
    return row && rowToUser(row);
  }

  async getMany(ids: readonly UserId[]): Promise<readonly User[]> {
    const rows = this.#reader.all<UserRow>(
      `SELECT ${USER_COLUMNS} FROM json_each(?) wanted CROSS JOIN users u ON u.id = wanted.value ORDER BY wanted.key`,
      [JSON.stringify(ids)],
    );
    return rows.map(rowToUser);
  }

  async list(): Promise<readonly User[]> {
    return this.#reader.all<UserRow>(`SELECT ${USER_COLUMNS} FROM users u ORDER BY u.created_ms, u.id`).map(rowToUser);
  }

  async add(user: User, transaction: Transaction): Promise<void> {
    const { id, name, emailAddress, phoneNumber, title, managerId, createdMs } = user;
    const said = [name, emailAddress, phoneNumber, emailDomain(emailAddress), title, managerId];
    connectionOf(transaction).run(
      `INSERT INTO users(id, name, email_address, phone_number, email_domain, title, manager_id, created_ms)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(id) DO NOTHING`,
      [id, ...said.map((text) => text || null), createdMs],
    );
  }

  async remove(id: UserId, transaction: Transaction): Promise<void> {
    connectionOf(transaction).run("DELETE FROM users WHERE id = ?", [id]);
  }

  async domains(): Promise<ReadonlySet<string>> {
    const sql = "SELECT DISTINCT email_domain AS domain FROM users WHERE email_domain IS NOT NULL";
    return new Set(this.#reader.all<{ domain: string }>(sql).map((row) => row.domain));
  }
}

/** Enters the users that a new call's parties name. Where calls disagree the newest one that says something wins. */
export function rememberUsers(connection: SqlConnection, call: Call): void {
  for (const { userId, name, emailAddress, phoneNumber } of call.parties) {
    if (userId === undefined) continue;
    const said = [name, emailAddress, phoneNumber, emailDomain(emailAddress)];
    connection.run(
      `INSERT INTO users(id, name, email_address, phone_number, email_domain, created_ms) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT(id) DO UPDATE SET name = coalesce(excluded.name, name),
         email_address = coalesce(excluded.email_address, email_address),
         phone_number = coalesce(excluded.phone_number, phone_number),
         email_domain = coalesce(excluded.email_domain, email_domain)`,
      [userId, ...said.map((text) => text || null), call.createdMs],
    );
  }
}

export function rowToUser(row: UserRow): User {
  return {
    id: row.id,
    ...(row.name !== null && { name: row.name }),
    ...(row.email_address !== null && { emailAddress: row.email_address }),
    ...(row.phone_number !== null && { phoneNumber: row.phone_number }),
    ...(row.title !== null && { title: row.title }),
    ...(row.manager_id !== null && { managerId: row.manager_id }),
    createdMs: row.created_ms,
  };
}
