import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createHost } from "./app.ts";
import { ConfigError, makeConfig } from "./config/config.ts";
import { readSettings } from "./config/env.ts";
