import { SqliteRequestLedger } from "../../src/tenants/sqlite-request-ledger.ts";

/** A process of its own that takes so many places at once and prints when each may start; run by `request-ledger.contract.test.ts`. */
const [file = "", count = ""] = process.argv.slice(2);

using ledger = new SqliteRequestLedger(file, Date.now);
const reservations = Array.from({ length: Number(count) }, () => ledger.reserve("acme", { perSecond: 3 }));
for (const reserved of await Promise.all(reservations)) {
  if ("startMs" in reserved) process.stdout.write(`${reserved.startMs}\n`);
}
