import type { MediaStore } from "./media/media-store.ts";
import type { AddCallRecordingParts } from "./operations/calls/add-call-recording.ts";
import type { AddCallParts } from "./operations/calls/add-call.ts";
import type { AddLibraryCallParts } from "./operations/library/add-library-call.ts";
import type { CoachingParts } from "./operations/coaching/list-users-1.ts";
import type { OutcomeOfCallParts } from "./operations/outcomes/set-outcome-of-call.ts";
import type { TestWebhookRuleParts } from "./operations/webhooks/test-webhook-rule.ts";
import type { WebhookKeyParts } from "./operations/webhooks/webhook-key.ts";
import type { RecordParts } from "./operations/calls/call-records.ts";
import type { AnsweredScorecardParts } from "./operations/settings/answered-scorecards.ts";
import type { ScorecardWriteParts } from "./operations/settings/scorecards.ts";
import type { TrackerWriteParts } from "./operations/settings/trackers.ts";
import type { EraserParts } from "./operations/data-privacy/erase-records.ts";
import type { ListCallsExtensiveParts } from "./operations/calls/list-calls-extensive.ts";
import type { ListLogsParts } from "./operations/auditing/list-logs.ts";
import type { DataPrivacyParts } from "./operations/data-privacy/person-references.ts";
import type { StatsParts } from "./operations/stats/stats-pages.ts";
import type { UsersAccessParts } from "./operations/permissions/users-access.ts";
import type { SandboxParts } from "./operations/sandbox/get-sandbox.ts";
import type { ListPermissionProfileUsersParts } from "./operations/permissions/list-permission-profile-users.ts";
import type { UserPageParts } from "./operations/users/user-pages.ts";
import type { CrmParts } from "./operations/crm/crm-integration.ts";
import type { CallStore, UserDirectory } from "./store/call-store.ts";
import type { TrackerHitStore } from "./store/tracker-hit-store.ts";

export interface EngineParts
  extends
    AddCallParts,
    RecordParts,
    AddCallRecordingParts,
    ListCallsExtensiveParts,
    UsersAccessParts,
    UserPageParts,
    ListPermissionProfileUsersParts,
    StatsParts,
    ListLogsParts,
    TestWebhookRuleParts,
    WebhookKeyParts,
    AddLibraryCallParts,
    OutcomeOfCallParts,
    CoachingParts,
    CrmParts,
    EraserParts,
    TrackerWriteParts,
    ScorecardWriteParts,
    AnsweredScorecardParts,
    SandboxParts {
  readonly calls: CallStore;
  readonly users: UserDirectory;
  readonly trackerHits: TrackerHitStore;
  readonly media: MediaStore;
  readonly maxErasedCalls: DataPrivacyParts["maxErasedCalls"];
}

/** What is made once and shared by all who ask. */
export type ApiParts = EngineParts & Pick<DataPrivacyParts, "eraser">;
