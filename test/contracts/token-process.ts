import { rotatingTokens } from "../../src/tenants/rotating-tokens.ts";
import { SqliteConnectionStore } from "../../src/tenants/sqlite-connection-store.ts";

/** A process of its own that asks for the token of a connection; run by `rotating-tokens.test.ts`. */
using store = new SqliteConnectionStore(process.argv[2] ?? "", Date.now);
process.stdout.write(await rotatingTokens({ store, name: "acme", clock: Date.now }).authorization());
