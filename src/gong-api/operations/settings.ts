import { inArea, type Operation } from "../operation.ts";
import { listBriefsRequest } from "../schemas/list-briefs.ts";
import { listScorecardsRequest } from "../schemas/list-scorecards.ts";
import { listTrackersRequest } from "../schemas/list-trackers.ts";
import { listWorkspacesRequest } from "../schemas/list-workspaces.ts";

const settings = inArea("Settings");

export const settingsOperations: readonly Operation[] = [
  settings.served("listBriefs", "GET /v2/settings/briefs", "api:ai-briefer:read", {
    query: ["workspaceId"],
    request: listBriefsRequest,
    differences: ["There are none: a brief is a template for Gong's paid AI, which this server does not have."],
  }),
  settings.served("listScorecards", "GET /v2/settings/scorecards", "api:settings:scorecards:read", {
    request: listScorecardsRequest,
    differences: ["There are none until they are made on `/tamtam/v1/scorecards`; Gong's tenants come with some."],
  }),
  settings.served("listTrackers", "GET /v2/settings/trackers", "api:settings:trackers:read", {
    query: ["workspaceId"],
    request: listTrackersRequest,
    differences: ["There are none until they are made on `/tamtam/v1/trackers`; Gong's tenants come with some."],
  }),
  settings.served("listWorkspaces", "GET /v2/workspaces", "api:workspaces:read", {
    request: listWorkspacesRequest,
  }),
];
