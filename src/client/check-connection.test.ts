import { describe, expect, it } from "vitest";
import { RemoteError } from "../gong-api/remote-error.ts";
import { type CheckedApi, tryScopes } from "./check-connection.ts";
import { abilitiesOf, gongNeeds, syncNeeds } from "./connection-abilities.ts";

const NOW_MS = Date.UTC(2026, 2, 2, 12);
const records = { totalRecords: 0, currentPageSize: 0, currentPageNumber: 0 };

/** A tenant whose key lacks these scopes, and that answers everything else with nothing. */
function tenant(lacking: readonly string[], error: (scope: string) => unknown = scopeMissing) {
  const asked: unknown[] = [];
  const answer = <Answer>(scope: string, request: unknown, nothing: Answer): Answer => {
    asked.push(request);
    if (lacking.includes(scope)) throw error(scope);
    return nothing;
  };
  const api: CheckedApi = {
    listCalls: async (request) => answer("api:calls:read:basic", request, { records, calls: [] }),
    listCallsExtensive: async (request) => {
      const calls = answer("api:calls:read:extensive", request, { records, calls: [] });
      const isMediaAsked = request.contentSelector?.exposedFields?.media === true;
      if (isMediaAsked && lacking.includes("api:calls:read:media-url")) throw error("api:calls:read:media-url");
      return calls;
    },
    getCallTranscripts: async (request) =>
      answer("api:calls:read:transcript", request, { records, callTranscripts: [] }),
    listUsers: async (request) => answer("api:users:read", request, { records, users: [] }),
    listWorkspaces: async (request) => answer("api:workspaces:read", request, { workspaces: [] }),
    listTrackers: async (request) => answer("api:settings:trackers:read", request, { keywordTrackers: [] }),
  };
  return { api, asked };
}

function scopeMissing(scope: string): RemoteError {
  return new RemoteError("remote-scope", `You don't have permission to use '${scope}' in your app.`, { scope });
}

async function statesOf(lacking: readonly string[], error?: (scope: string) => unknown) {
  const { api } = tenant(lacking, error);
  const abilities = abilitiesOf([...gongNeeds, syncNeeds], await tryScopes(api, NOW_MS));
  return Object.fromEntries(abilities.map(({ does, state, missingScopes }) => [does, [state, ...missingScopes]]));
}

describe("what a key may do", () => {
  it("shows by six requests, for a minute where there is a time", async () => {
    const { api, asked } = tenant([]);
    await tryScopes(api, NOW_MS);
    const filter = { fromDateTime: "2026-03-02T11:59:00.000Z", toDateTime: "2026-03-02T12:00:00.000Z" };
    expect(asked).toEqual([
      { filter },
      { filter, contentSelector: { exposedFields: { media: true } } },
      { filter },
      {},
      {},
      {},
    ]);
  });

  it("is all that can be tried where nothing is missing", async () => {
    expect(await statesOf([])).toEqual({
      "add-call": ["untried"],
      "get-call": ["works"],
      "search-calls": ["works"],
      sync: ["works"],
    });
  });

  it("is less, or nothing, without a scope, which is named", async () => {
    expect(await statesOf(["api:calls:read:transcript", "api:users:read"])).toEqual({
      "add-call": ["untried"],
      "get-call": ["partly", "api:calls:read:transcript", "api:users:read"],
      "search-calls": ["partly", "api:calls:read:transcript", "api:users:read"],
      sync: ["fails", "api:calls:read:transcript"],
    });
    expect(await statesOf(["api:settings:trackers:read", "api:calls:read:media-url"])).toMatchObject({
      "search-calls": ["partly", "api:calls:read:media-url"],
      sync: ["partly", "api:settings:trackers:read"],
    });
    const { api } = tenant(["api:calls:read:extensive"]);
    expect([...(await tryScopes(api, NOW_MS)).missing]).toEqual(["api:calls:read:extensive"]);
    expect(await statesOf(["api:calls:read:extensive"])).toMatchObject({
      "get-call": ["fails", "api:calls:read:extensive"],
      sync: ["fails", "api:calls:read:extensive"],
    });
  });

  it("is not known where the other side has no time for it", async () => {
    const busy = () => new RemoteError("remote-limit", "429");
    expect(await statesOf(["api:calls:read:transcript"], busy)).toMatchObject({ sync: ["untried"] });
  });
});
