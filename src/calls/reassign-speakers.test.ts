import { describe, expect, it } from "vitest";
import { asId, type PartyId, type SpeakerId } from "./ids.ts";
import type { MediaChannelId, Party } from "./party.ts";
import { reassignSpeakers } from "./reassign-speakers.ts";
import type { Speaker } from "./transcript.ts";

function party(id: string, affiliation: Party["affiliation"], mediaChannelId?: MediaChannelId): Party {
  return { id: asId<PartyId>(id), affiliation, mediaChannelId, context: [] };
}

function speaker(
  id: string,
  source: Speaker["source"],
  partyId?: string,
  affiliation: Party["affiliation"] = "Unknown",
) {
  return {
    id: asId<SpeakerId>(id),
    source,
    affiliation,
    ...(partyId !== undefined && { partyId: asId<PartyId>(partyId) }),
  };
}

const ann = party("a", "Internal", 0);
const bob = party("b", "External", 1);
const annSpeaks = speaker("1", "channel", "a", "Internal");
const bobSpeaks = speaker("2", "channel", "b", "External");

function after(speakers: readonly Speaker[], before: readonly Party[], list: readonly Party[]) {
  const voices = reassignSpeakers({ speakers, before, after: list, stated: new Map() });
  return voices.map(({ partyId, affiliation, source }) => [partyId, affiliation, source]);
}

describe("a voice on a channel", () => {
  it("goes to the party that has the channel now", () => {
    const swapped = [party("a", "Internal", 1), party("b", "External", 0)];
    expect(after([annSpeaks, bobSpeaks], [ann, bob], swapped)).toEqual([
      ["b", "External", "channel"],
      ["a", "Internal", "channel"],
    ]);
  });

  it("is of the one party left over where only the other channel is named", () => {
    const unplaced = party("b", "External");
    expect(after([bobSpeaks], [ann, unplaced], [ann, party("b", "Internal")])).toEqual([["b", "Internal", "channel"]]);
    expect(after([bobSpeaks], [ann, unplaced], [ann, unplaced, party("c", "External")])).toEqual([
      [undefined, "Unknown", "channel-side"],
    ]);
  });

  it("is on a side and nobody's when several share the channel", () => {
    const carol = party("c", "External", 1);
    expect(after([bobSpeaks], [ann, bob], [ann, bob, carol])).toEqual([[undefined, "External", "channel-side"]]);
    const somebody = speaker("3", "channel-side", undefined, "External");
    expect(after([somebody], [ann, bob, carol], [ann, carol])).toEqual([["c", "External", "channel"]]);
  });

  it("stays as it is where nothing tells which channel it was on", () => {
    const unplaced = [party("a", "Internal"), party("b", "External")];
    const somebody = speaker("3", "channel-side");
    expect(after([somebody], unplaced, [ann, bob])).toEqual([[undefined, "Unknown", "channel-side"]]);
  });
});

describe("a voice that is known otherwise", () => {
  it.each(["timeline", "tenant", "stated"] as const)("by %s keeps its party, and its side is the party's", (source) => {
    const voice = speaker("1", source, "b", "External");
    expect(after([voice], [ann, bob], [ann, party("b", "Internal", 0)])).toEqual([["b", "Internal", source]]);
    expect(after([voice], [ann, bob], [ann])).toEqual([[undefined, "Unknown", source]]);
  });

  it("stays nobody's where the recording is one sound for everybody", () => {
    const everybody = speaker("1", "unseparated");
    expect(after([everybody], [ann, bob], [ann])).toEqual([[undefined, "Unknown", "unseparated"]]);
  });

  it("is whose a person says, or nobody's", () => {
    const stated = new Map([
      [annSpeaks.id, bob.id],
      [bobSpeaks.id, undefined],
    ]);
    const voices = reassignSpeakers({
      speakers: [annSpeaks, bobSpeaks],
      before: [ann, bob],
      after: [ann, bob],
      stated,
    });
    expect(voices).toEqual([
      { id: "1", partyId: "b", affiliation: "External", source: "stated" },
      { id: "2", partyId: undefined, affiliation: "Unknown", source: "stated" },
    ]);
  });
});
