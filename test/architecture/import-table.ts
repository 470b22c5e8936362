/** Who may import whom, and who may use Node's own modules. Paths are relative to `src`; the longest folder that fits decides. */
export interface FolderRule {
  readonly folder: string;
  /** Folders (all below them) or single files. A folder may always import from itself. */
  readonly mayImport: readonly string[];
  /** Of these only what is gone after compilation. */
  readonly mayImportTypes?: readonly string[];
  /** Node's modules that may be imported. */
  readonly builtins: readonly string[] | "all";
  /** True for code that a browser runs as well: nothing it reaches may import a module of Node's. */
  readonly runsInBrowser?: true;
  /** True where neither clock nor chance may enter: the same arguments always give the same answer. */
  readonly isPure?: true;
}

/** What `operations` and `jobs` may know of the engine's parts: what each part promises, never how it keeps the promise. */
const enginePorts = [
  "engine/crm/crm-files.ts",
  "engine/crm/crm-integrations.ts",
  "engine/crm/crm-links.ts",
  "engine/crm/crm-objects.ts",
  "engine/crm/crm-requests.ts",
  "engine/crm/crm.ts",
  "engine/audit/audit-log.ts",
  "engine/database/transaction.ts",
  "engine/media/media-decoder.ts",
  "engine/media/media-fetcher.ts",
  "engine/media/media-receiver.ts",
  "engine/media/media-store.ts",
  "engine/queue/job-queue.ts",
  "engine/search/call-search.ts",
  "engine/store/answered-scorecard-store.ts",
  "engine/store/call-access-store.ts",
  "engine/store/call-list.ts",
  "engine/store/call-outcome-store.ts",
  "engine/store/call-store.ts",
  "engine/store/coaching-activity.ts",
  "engine/store/imported-call-store.ts",
  "engine/store/library-store.ts",
  "engine/store/permission-profile-store.ts",
  "engine/store/erasure-log.ts",
  "engine/store/scorecard-store.ts",
  "engine/store/settings-store.ts",
  "engine/store/tracker-hit-store.ts",
  "engine/store/tracker-store.ts",
  "engine/store/user-accounts.ts",
  "engine/store/user-stats.ts",
  "engine/store/workspace-store.ts",
  "engine/transcription/transcriber.ts",
  "engine/webhooks/webhook-deliveries.ts",
  "engine/webhooks/webhook-rules.ts",
  "engine/webhooks/webhook-signing.ts",
];

const keepsRecords = ["calls", "lib", "engine/database"];
const knowsWhoAsks = ["gong-api/oauth.ts", "gong-api/principal.ts", "gong-api/scopes.ts"];

export const importTable: readonly FolderRule[] = [
  { folder: "calls", mayImport: [], builtins: [], runsInBrowser: true, isPure: true },
  { folder: "lib", mayImport: [], builtins: "all" },
  { folder: "gong-api", mayImport: ["calls"], builtins: [], runsInBrowser: true, isPure: true },
  { folder: "connection", mayImport: ["gong-api", "calls"], builtins: [], runsInBrowser: true },
  { folder: "client", mayImport: ["gong-api", "calls", "lib"], builtins: [], runsInBrowser: true },
  {
    folder: "tenants",
    mayImport: [
      "client",
      "gong-api",
      "calls",
      "lib",
      "engine/database/open-side-file.ts",
      "engine/database/sql-connection.ts",
      "engine/database/sqlite-errors.ts",
    ],
    builtins: "all",
  },
  {
    folder: "mirror",
    mayImport: [
      "engine/database/transaction.ts",
      "engine/importing",
      "engine/store/imported-call-store.ts",
      "engine/store/sync-state-store.ts",
      "gong-api",
      "calls",
      "lib",
    ],
    builtins: "all",
  },
  {
    folder: "sandbox",
    mayImport: [
      "engine/database/call-visibility.ts",
      "engine/store/answered-scorecard-store.ts",
      "engine/store/call-list.ts",
      "engine/store/coaching-activity.ts",
      "engine/store/user-stats.ts",
      "engine/seed/random.ts",
      "gong-api",
      "calls",
    ],
    builtins: [],
    isPure: true,
  },
  { folder: "archive", mayImport: ["client/pages-of.ts", "gong-api", "calls", "lib"], builtins: "all" },
  { folder: "engine/database", mayImport: ["calls", "lib"], builtins: "all" },
  { folder: "engine/media", mayImport: ["calls", "lib"], builtins: "all" },
  { folder: "engine/transcription", mayImport: ["calls", "lib"], builtins: "all" },
  // Its language model is a CommonJS package, which node:module's createRequire loads.
  { folder: "engine/analysis", mayImport: ["calls"], builtins: ["node:module"], isPure: true },
  { folder: "engine/access", mayImport: [...keepsRecords, ...knowsWhoAsks], builtins: "all" },
  { folder: "engine/audit", mayImport: keepsRecords, builtins: "all" },
  { folder: "engine/crm", mayImport: keepsRecords, builtins: "all" },
  { folder: "engine/store", mayImport: keepsRecords, builtins: "all" },
  { folder: "engine/search", mayImport: keepsRecords, builtins: "all" },
  { folder: "engine/queue", mayImport: keepsRecords, builtins: "all" },
  { folder: "engine/webhooks", mayImport: keepsRecords, builtins: "all" },
  {
    folder: "engine/importing",
    mayImport: [
      ...enginePorts,
      "engine/jobs/analyze.ts",
      "engine/jobs/download.ts",
      "engine/jobs/look-for-trackers.ts",
      "gong-api",
      "calls",
      "lib",
    ],
    builtins: "all",
  },
  { folder: "engine/operations", mayImport: [...enginePorts, "gong-api", "calls", "lib"], builtins: "all" },
  { folder: "engine/jobs", mayImport: [...enginePorts, "gong-api", "calls", "lib"], builtins: "all" },
  {
    folder: "engine/seed",
    mayImport: [
      "engine/crm/crm-integrations.ts",
      "engine/crm/crm.ts",
      "engine/database/transaction.ts",
      "engine/jobs/analyze.ts",
      "engine/jobs/look-for-trackers.ts",
      "engine/store/answered-scorecard-store.ts",
      "engine/store/scorecard-store.ts",
      "engine/store/tracker-hit-store.ts",
      "engine/store/tracker-store.ts",
      "engine/search/call-search.ts",
      "engine/store/call-outcome-store.ts",
      "engine/store/call-store.ts",
      "engine/store/library-store.ts",
      "calls",
      "lib",
    ],
    builtins: ["node:crypto", "node:timers/promises"],
    isPure: true,
  },
  {
    folder: "engine",
    mayImport: ["engine/operations", "engine/jobs", ...enginePorts, "gong-api", "calls", "lib"],
    builtins: [],
  },
  { folder: "surfaces/cli", mayImport: ["connection", "gong-api", "calls", "lib"], builtins: "all" },
  { folder: "surfaces/http", mayImport: ["connection", "gong-api", "calls", "lib"], builtins: "all" },
  { folder: "surfaces/mcp", mayImport: ["connection", "gong-api", "calls", "lib"], builtins: ["node:stream"] },
  { folder: "config", mayImport: ["gong-api/tamtam/sandbox-switches.ts", "lib"], builtins: "all" },
  // The only places that know every implementation: `app`, and the package's two entry points.
  { folder: "app", mayImport: ["*"], builtins: "all" },
  { folder: "index.ts", mayImport: ["client", "gong-api", "calls"], builtins: [], runsInBrowser: true },
  { folder: "app.ts", mayImport: ["*"], builtins: "all" },
  { folder: "main.ts", mayImport: ["*"], builtins: "all" },
  { folder: "index.ts", mayImport: ["*"], builtins: "all" },
];
