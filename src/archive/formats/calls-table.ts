import type { DetailedCall, DetailedParty } from "../../gong-api/schemas/list-calls-extensive.ts";
import { type Columns, table } from "./table.ts";

const columns: Columns<DetailedCall> = {
  id: ({ metaData }) => metaData.id,
  title: ({ metaData }) => metaData.title,
  started: ({ metaData }) => metaData.started,
  duration: ({ metaData }) => metaData.duration,
  direction: ({ metaData }) => metaData.direction,
  scope: ({ metaData }) => metaData.scope,
  primaryUserId: ({ metaData }) => metaData.primaryUserId,
  primaryUser: ({ metaData, parties = [] }) => nameOf(parties.find(({ userId }) => userId === metaData.primaryUserId)),
  internalParties: (call) => namesOf(call, "Internal"),
  externalParties: (call) => namesOf(call, "External"),
  topics: ({ content }) => content?.topics?.map(({ name }) => name).join("; "),
  brief: ({ content }) => content?.brief,
  language: ({ metaData }) => metaData.language,
  workspaceId: ({ metaData }) => metaData.workspaceId,
  clientUniqueId: ({ metaData }) => metaData.clientUniqueId,
  url: ({ metaData }) => metaData.url,
};

/** The list of calls as CSV: one call a line, its length in seconds. */
export const callsTable = {
  header: () => table.header(columns),
  line: (call: DetailedCall) => table.line(columns, call),
};

function namesOf({ parties = [] }: DetailedCall, affiliation: DetailedParty["affiliation"]): string {
  const those = parties.filter((party) => party.affiliation === affiliation);
  return those.flatMap((party) => nameOf(party) ?? []).join("; ");
}

function nameOf(party: DetailedParty | undefined): string | null {
  return party?.name ?? party?.emailAddress ?? party?.phoneNumber ?? null;
}
