import { inArea, type Operation } from "../operation.ts";

const engageFlows = inArea("Engage Flows");
const tasks = inArea("Tasks");
const meetings = inArea("Meetings");
const engagementLegacy = inArea("Engagement (legacy)");
const digitalInteractions = inArea("Digital Interactions");
const integrationSettings = inArea("Integration Settings");
const entities = inArea("Entities");

/** Of parts of Gong that Tamtam does not have. */
export const otherProductsOperations: readonly Operation[] = [
  engageFlows.refused("listFlows", "GET /v2/flows", "api:flows:read", "Gong Engage"),
  engageFlows.refused("listFlowsFolders", "GET /v2/flows/folders", "api:flows:read", "Gong Engage"),
  engageFlows.refused("getProspectsAssignedFlows", "POST /v2/flows/prospects", "api:flows:read", "Gong Engage"),
  engageFlows.refused("assignProspects", "POST /v2/flows/prospects/assign", "api:flows:write", "Gong Engage"),
  engageFlows.refused(
    "assignProspectsCoolOffOverrides",
    "POST /v2/flows/prospects/assign/cool-off-override",
    "api:flows:write",
    "Gong Engage",
  ),
  engageFlows.refused(
    "submitFlowProspectsBulkAssignment",
    "POST /v2/flows/prospects/bulk-assignments",
    "api:flows:write",
    "Gong Engage",
  ),
  engageFlows.refused(
    "getFlowProspectsBulkAssignment",
    "GET /v2/flows/prospects/bulk-assignments/{id}",
    "api:flows:read",
    "Gong Engage",
  ),
  engageFlows.refused(
    "unassignProspectFlows",
    "POST /v2/flows/prospects/unassign-flows-by-crm-id",
    "api:flows:write",
    "Gong Engage",
  ),
  engageFlows.refused(
    "unassignFlows",
    "POST /v2/flows/prospects/unassign-flows-by-instance-id",
    "api:flows:write",
    "Gong Engage",
  ),
  engageFlows.refused("getFlowSteps", "POST /v2/flows/steps", "api:flows:read", "Gong Engage"),
  tasks.refused("listTasks", "POST /v2/tasks", "api:tasks:read", "Gong Engage"),
  tasks.refused("updateReminder", "PATCH /v2/tasks/{taskId}", "api:tasks:write", "Gong Engage"),
  meetings.refused("addMeeting", "POST /v2/meetings", "api:meetings:user:create", "Gong's meeting scheduler"),
  meetings.refused(
    "integrationStatus",
    "POST /v2/meetings/integration/status",
    "api:meetings:integration:status",
    "Gong's meeting scheduler",
  ),
  meetings.refused(
    "deleteMeeting",
    "DELETE /v2/meetings/{meetingId}",
    "api:meetings:user:delete",
    "Gong's meeting scheduler",
  ),
  meetings.refused(
    "updateMeeting",
    "PUT /v2/meetings/{meetingId}",
    "api:meetings:user:update",
    "Gong's meeting scheduler",
  ),
  engagementLegacy.refused(
    "customAction",
    "PUT /v2/customer-engagement/action",
    "api:engagement-data:write",
    "Gong's engagement events",
  ),
  engagementLegacy.refused(
    "contentShared",
    "PUT /v2/customer-engagement/content/shared",
    "api:engagement-data:write",
    "Gong's engagement events",
  ),
  engagementLegacy.refused(
    "contentViewed",
    "PUT /v2/customer-engagement/content/viewed",
    "api:engagement-data:write",
    "Gong's engagement events",
  ),
  digitalInteractions.refused(
    "addDigitalInteraction",
    "POST /v2/digital-interaction",
    "api:digital-interactions:write",
    "Gong's digital interactions",
  ),
  integrationSettings.refused(
    "integrationSettings",
    "POST /v2/integration-settings",
    "api:integration-settings:write",
    "Gong's integration settings",
  ),
  entities.refused("askEntity", "GET /v2/entities/ask-entity", "api:ai-ask:read", "Gong's paid AI entities"),
  entities.refused("generateBrief", "GET /v2/entities/get-brief", "api:ai-briefer:read", "Gong's paid AI entities"),
];
