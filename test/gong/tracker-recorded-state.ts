import type { KeywordTracker } from "../../src/gong-api/schemas/list-trackers.ts";
import type { WireScorecard } from "../../src/gong-api/schemas/list-scorecards.ts";
import type { GongServer } from "./gong-server.ts";

/** What recorded answers tell of a tenant's settings. */
interface SettingsAnswer {
  readonly keywordTrackers?: readonly KeywordTracker[];
  readonly scorecards?: readonly WireScorecard[];
}

/** Makes the trackers and scorecards of a recorded answer. */
export async function setUpRecordedSettings(
  server: GongServer,
  response: unknown,
  workspaceId: string | undefined,
): Promise<void> {
  const answer = response as SettingsAnswer; // each member may be there or not
  for (const { trackerId: id, created: _made, updated: _changed, ...tracker } of answer.keywordTrackers ?? []) {
    await make(server, "trackers", { ...tracker, id, workspaceId, updaterUserId: undefined });
  }
  for (const { scorecardId: id, scorecardName, enabled, reviewMethod, questions } of answer.scorecards ?? []) {
    const asked = questions.map(({ created: _made, updated: _changed, updaterUserId: _nobody, ...question }) => ({
      ...question,
      questionRevisionId: undefined,
    }));
    await make(server, "scorecards", { id, scorecardName, enabled, reviewMethod, questions: asked, workspaceId });
  }
}

async function make(server: GongServer, path: string, body: object): Promise<void> {
  const { status, body: answer } = await server.send({ method: "POST", path: `/tamtam/v1/${path}`, body });
  if (status !== 201) throw new Error(`the recorded state could not be set up: ${path}: ${JSON.stringify(answer)}`);
}
