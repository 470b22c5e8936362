import { ConflictError } from "../../calls/errors.ts";
import type { Holdings, HoldingsPart } from "../../calls/holdings.ts";
import type { CallId, UserId } from "../../calls/ids.ts";
import type { Transaction } from "../database/transaction.ts";
import type { AnsweredScorecardStore } from "../store/answered-scorecard-store.ts";
import type { CallAccessStore } from "../store/call-access-store.ts";
import type { CallOutcomeStore } from "../store/call-outcome-store.ts";
import type { UserDirectory } from "../store/call-store.ts";
import type { PermissionProfileStore } from "../store/permission-profile-store.ts";
import type { ScorecardStore } from "../store/scorecard-store.ts";
import { type HeldCrmParts, importIntegration, importCrmRecords, type KnownCrm } from "./import-held-crm.ts";
import { type HeldFolderParts, importFolders } from "./import-held-folders.ts";

export interface HoldingsImportParts extends HeldCrmParts, HeldFolderParts {
  readonly users: Pick<UserDirectory, "getMany">;
  readonly callAccess: Pick<CallAccessStore, "grant" | "seen">;
  readonly callOutcomes: Pick<CallOutcomeStore, "get" | "ofCalls" | "setOf">;
  readonly scorecards: Pick<ScorecardStore, "get" | "add" | "getMany">;
  readonly answeredScorecards: Pick<AnsweredScorecardStore, "get" | "add">;
  readonly permissionProfiles: Pick<PermissionProfileStore, "get" | "list" | "add" | "userIds" | "setUserIds">;
}

/** Takes in what another library of ours holds; the integration of a CRM before its records and links. */
export interface HoldingsIntake {
  /** What is there already stays as it is. @returns what has no place in this library, in words */
  take(part: HoldingsPart, transaction: Transaction): Promise<readonly string[]>;
}

export function holdingsIntake(parts: HoldingsImportParts): HoldingsIntake {
  let crm: KnownCrm | undefined;
  return {
    take: async ({ name, items }, transaction) => {
      switch (name) {
        case "userSettings":
        case "callOutcomes":
          throw new TypeError(`${name} are taken in with the setting, before the calls`);
        case "scorecards":
          await importScorecards(parts, items, transaction);
          return [];
        case "permissionProfiles":
          await importProfiles(parts, items, transaction);
          return [];
        case "crmIntegrations": {
          const taken = await importIntegration(parts, items, transaction);
          crm = taken.crm;
          return taken.leftOut;
        }
        case "crmRecords":
          if (crm) await importCrmRecords(parts, crm, items, transaction);
          return [];
        case "callMarks":
          await importMarks(parts, crm, items, transaction);
          return [];
        case "answeredScorecards":
          await importReviews(parts, items, transaction);
          return [];
        case "libraryFolders":
          await importFolders(parts, items, transaction);
          return [];
      }
    },
  };
}

async function importScorecards(
  parts: HoldingsImportParts,
  scorecards: Holdings["scorecards"],
  transaction: Transaction,
): Promise<void> {
  const known = await knownUsers(
    parts,
    scorecards.map(({ updaterUserId }) => updaterUserId),
  );
  for (const scorecard of scorecards) {
    if (await parts.scorecards.get(scorecard.id)) continue;
    const { updaterUserId } = scorecard;
    await parts.scorecards.add({ ...scorecard, updaterUserId: ifKnown(updaterUserId, known) }, transaction);
  }
}

/** Nobody leaves a profile that they have here. */
async function importProfiles(
  { permissionProfiles, users }: HoldingsImportParts,
  profiles: Holdings["permissionProfiles"],
  transaction: Transaction,
): Promise<void> {
  for (const { userIds, ...profile } of profiles) {
    if (await permissionProfiles.get(profile.id)) continue;
    const others = await permissionProfiles.list(profile.workspaceId);
    const taken = new Set((await Promise.all(others.map(({ id }) => permissionProfiles.userIds(id)))).flat());
    const free = await knownUsers(
      { users },
      userIds.filter((id) => !taken.has(id)),
    );
    await permissionProfiles.add(profile, transaction);
    await permissionProfiles.setUserIds(profile, [...free], transaction);
  }
}

async function importMarks(
  { callAccess, callOutcomes, crm }: HoldingsImportParts,
  known: KnownCrm | undefined,
  marks: Holdings["callMarks"],
  transaction: Transaction,
): Promise<void> {
  const ids = marks.map(({ callId }) => callId);
  const [here, outcomes] = await Promise.all([callAccess.seen(ids), callOutcomes.ofCalls(ids)]);
  const links = known && (await crm.links.of(known.key, ids));
  for (const { callId, outcomeId, accessUserIds = [], crmLinks = [] } of marks) {
    if (!here.has(callId)) continue;
    const outcome = outcomeId && !outcomes.has(callId) ? await callOutcomes.get(outcomeId) : undefined;
    if (outcome) await callOutcomes.setOf(callId, outcome.id, transaction);
    if (accessUserIds.length > 0) await callAccess.grant([{ callId, userIds: accessUserIds }], transaction);
    if (known && crmLinks.length > 0 && !links?.has(callId)) {
      await crm.links.set(callId, known.key, crmLinks, transaction);
    }
  }
}

/** A review of a call, by a scorecard or of somebody that is not here has nothing to be about. */
async function importReviews(
  parts: HoldingsImportParts,
  reviews: Holdings["answeredScorecards"],
  transaction: Transaction,
): Promise<void> {
  const here = await parts.callAccess.seen(reviews.map(({ callId }): CallId => callId));
  const scorecards = await parts.scorecards.getMany([...new Set(reviews.map(({ scorecardId }) => scorecardId))]);
  const known = new Set(scorecards.map(({ id }) => id));
  const people = await knownUsers(
    parts,
    reviews.flatMap(({ reviewedUserId, reviewerUserId, editorUserId }) => [
      reviewedUserId,
      reviewerUserId,
      editorUserId,
    ]),
  );
  for (const review of reviews) {
    const { callId, scorecardId, reviewedUserId, reviewerUserId, editorUserId } = review;
    const arePeopleKnown = people.has(reviewedUserId) && (reviewerUserId === undefined || people.has(reviewerUserId));
    if (!here.has(callId) || !known.has(scorecardId) || !arePeopleKnown) continue;
    if (await parts.answeredScorecards.get(review.id)) continue;
    await parts.answeredScorecards
      .add({ ...review, editorUserId: ifKnown(editorUserId, people) }, transaction)
      .catch(unlessThere);
  }
}

/** The reviewer has reviewed the call by this scorecard here, too. */
function unlessThere(error: unknown): void {
  if (!(error instanceof ConflictError)) throw error;
}

async function knownUsers(
  { users }: Pick<HoldingsImportParts, "users">,
  ids: readonly (UserId | undefined)[],
): Promise<ReadonlySet<UserId>> {
  const wanted = new Set(ids.flatMap((id) => id ?? []));
  return new Set((await users.getMany([...wanted])).map(({ id }) => id));
}

function ifKnown(id: UserId | undefined, known: ReadonlySet<UserId>): UserId | undefined {
  return id !== undefined && known.has(id) ? id : undefined;
}
