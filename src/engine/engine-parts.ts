import type { MediaStore } from "./media/media-store.ts";
import type { AddCallRecordingParts } from "./operations/add-call-recording.ts";
import type { AddCallParts } from "./operations/add-call.ts";
import type { AddLibraryCallParts } from "./operations/add-library-call.ts";
import type { CoachingParts } from "./operations/list-users-1.ts";
import type { OutcomeOfCallParts } from "./operations/set-outcome-of-call.ts";
import type { TestWebhookRuleParts } from "./operations/test-webhook-rule.ts";
import type { WebhookKeyParts } from "./operations/webhook-key.ts";
import type { RecordParts } from "./operations/call-records.ts";
import type { AnsweredScorecardParts } from "./operations/answered-scorecards.ts";
import type { ScorecardWriteParts } from "./operations/scorecards.ts";
import type { TrackerWriteParts } from "./operations/trackers.ts";
import type { EraserParts } from "./operations/erase-records.ts";
import type { ListCallsExtensiveParts } from "./operations/list-calls-extensive.ts";
import type { ListLogsParts } from "./operations/list-logs.ts";
import type { DataPrivacyParts } from "./operations/person-references.ts";
import type { StatsParts } from "./operations/stats-pages.ts";
import type { UsersAccessParts } from "./operations/users-access.ts";
import type { SandboxParts } from "./operations/get-sandbox.ts";
import type { ListPermissionProfileUsersParts } from "./operations/list-permission-profile-users.ts";
import type { UserPageParts } from "./operations/user-pages.ts";
import type { CrmParts } from "./operations/crm-integration.ts";
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
