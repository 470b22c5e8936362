import { labelledBlock } from "./labelled-block.ts";
import type { Page } from "./page.ts";

export interface ListedApp {
  readonly clientId: string;
  readonly name: string;
  readonly redirectUris: readonly string[];
  readonly scopes: "all" | readonly string[];
  /** ISO 8601. */
  readonly created: string;
  readonly revoked: string | null;
}

export function renderApps(apps: readonly ListedApp[], page: Page): string {
  if (apps.length === 0) return 'There are no apps yet; "tamtam oauth-apps create" registers one.';
  return apps.map((app) => renderApp(app, page)).join("\n\n");
}

function renderApp(app: ListedApp, page: Page): string {
  return labelledBlock(
    [
      ["App", app.name],
      ["Client id", app.clientId],
      ["Redirects to", app.redirectUris],
      ["Scopes", app.scopes],
      ["Made", app.created],
      ["Revoked", app.revoked],
    ],
    page,
  );
}
