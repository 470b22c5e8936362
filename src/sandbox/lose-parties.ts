import { makeRandom } from "../engine/seed/random.ts";
import type { DetailedCall, DetailedParty } from "../gong-api/schemas/list-calls-extensive.ts";
import type { SandboxSettings } from "./sandbox-settings.ts";

const losses = ["none", "address", "identity", "party"] as const;

/** Gong: people are missing from the list, have no address, or are a "Phone Caller #4" of unknown affiliation. Hosts are known. */
export function loseParties(call: DetailedCall, { seed, switches }: SandboxSettings): DetailedCall {
  const { parties, metaData } = call;
  const missing = switches["missing-parties"];
  if (missing === undefined || parties === undefined) return call;
  const random = makeRandom(seed, "missing-parties", metaData.id);
  if (!random.chance(missing.share)) return call;
  return {
    ...call,
    parties: parties.flatMap((party, position) =>
      party.userId === metaData.primaryUserId ? [party] : lose(party, position + 1, random.pick(losses)),
    ),
  };
}

function lose(party: DetailedParty, number: number, loss: (typeof losses)[number]): readonly DetailedParty[] {
  switch (loss) {
    case "none":
      return [party];
    case "address":
      return [{ ...party, emailAddress: null }];
    case "identity":
      return [stranger(party, number)];
    case "party":
      return [];
  }
}

function stranger(party: DetailedParty, number: number): DetailedParty {
  return {
    ...party,
    name: `Phone Caller #${number}`,
    emailAddress: null,
    title: null,
    userId: null,
    affiliation: "Unknown",
    ...(party.context && { context: [] }),
  };
}
