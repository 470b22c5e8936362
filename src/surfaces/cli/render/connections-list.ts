import type { ConnectedTenant, ConnectionFacts } from "../host/tenant-connections.ts";
import { labelledBlock, type LabelledRow } from "./labelled-block.ts";
import type { Page } from "./page.ts";

export function renderConnections(connections: readonly ConnectionFacts[], page: Page): string {
  if (connections.length === 0) return 'There are no connections yet; "tamtam connect <name>" makes one.';
  return connections.map((connection) => labelledBlock(factRows(connection), page)).join("\n\n");
}

/** A connection that was tried, and what it may do. */
export function renderConnected(tenant: ConnectedTenant, page: Page): string {
  const { callCount, missingScope, abilities, limits, requestsToday } = tenant;
  const sees =
    callCount === null
      ? `may not list calls: ${missingScope ?? "a scope"} is missing`
      : `${callCount} calls of the last 30 days`;
  const isBlind = callCount === 0;
  return labelledBlock(
    [
      ...factRows(tenant),
      [
        "Sees",
        isBlind ? [sees, "A key whose user may not see calls gets the same answer as one where there are none."] : sees,
      ],
      ["Works", namesOf(abilities, "works")],
      ["In part", reasonsOf(abilities, "partly")],
      ["Does not", reasonsOf(abilities, "fails")],
      ["Not tried", namesOf(abilities, "untried")],
      [
        "Spent",
        limits.perDay === undefined
          ? `${requestsToday} requests in 24 hours`
          : `${requestsToday} of ${limits.perDay} requests in 24 hours`,
      ],
    ],
    page,
  );
}

type Abilities = ConnectedTenant["abilities"];

function namesOf(abilities: Abilities, wanted: Abilities[number]["state"]): string | null {
  const names = abilities.filter(({ state }) => state === wanted).map(({ does }) => does);
  return names.length === 0 ? null : names.join(", ");
}

function reasonsOf(abilities: Abilities, wanted: Abilities[number]["state"]): string[] {
  return abilities
    .filter(({ state }) => state === wanted)
    .map(({ does, missingScopes }) => {
      const verb = missingScopes.length === 1 ? "is" : "are";
      return `${does}: ${missingScopes.join(", ")} ${verb} missing`;
    });
}

function factRows({ name, kind, baseUrl, limits, credentials, isFromSettings }: ConnectionFacts): LabelledRow[] {
  const { perSecond, perDay } = limits;
  const bounds = [
    ...(perSecond === undefined ? [] : [`${perSecond} requests a second`]),
    ...(perDay === undefined ? [] : [`${perDay} a day`]),
  ];
  return [
    ["Connection", name],
    ["Server", `${baseUrl} (${kind === "gong" ? "Gong's API" : "Tamtam"})`],
    ["Limits", bounds.length === 0 ? "none" : bounds.join(", ")],
    ["Signs in with", credentials === "oauth" ? "OAuth" : "an access key"],
    ["Made by", isFromSettings ? "settings TAMTAM_CONNECTION_…" : null],
  ];
}
