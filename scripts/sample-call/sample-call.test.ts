import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { dialogue, speakers } from "./dialogue.ts";
import { readPcmWav, writeMuLawWav } from "./wav.ts";

const examples = new URL("../../examples/", import.meta.url);
const wav = readFileSync(new URL("sample-call.wav", examples));
const said = JSON.parse(readFileSync(new URL("sample-call.json", examples), "utf8"));
const commandText = readFileSync(new URL("sample-call.command.txt", examples), "utf8");

describe("the sample call", () => {
  it("is two-channel mu-law of 8 kHz, as long as its description says", () => {
    // fmt at 12: format 7, 2 channels, 8000 Hz; then fact (12 bytes) and the head of data (8 bytes).
    expect([wav.readUInt16LE(20), wav.readUInt16LE(22), wav.readUInt32LE(24)]).toEqual([7, 2, 8000]);
    const dataBytes = wav.length - (12 + 26 + 12 + 8);
    expect(dataBytes / 16).toBe(said.durationMs);
  });

  it("says what the dialogue says", () => {
    const expected = dialogue.map((line) => ({
      text: line.text,
      mediaChannelId: speakers[line.speaker].mediaChannelId,
    }));
    expect(said.turns).toMatchObject(expected);
  });

  it("has each person of its command text on the channel where that person speaks", () => {
    const [, participants = ""] = /^participants: (.*)$/m.exec(commandText) ?? [];
    const channels = JSON.parse(participants).map((party: { name: string; mediaChannelId: number }) => [
      party.name,
      party.mediaChannelId,
    ]);
    expect(channels).toEqual([
      ["John Doe", 0],
      ["Jane Smith", 1],
    ]);
    expect(
      new Set(
        said.turns.map((turn: { name: string; mediaChannelId: number }) => `${turn.name} ${turn.mediaChannelId}`),
      ),
    ).toEqual(new Set(["John Doe 0", "Jane Smith 1"]));
  });
});

describe("mu-law", () => {
  it("has the code words of G.711 at silence, full scale and in between", () => {
    // G.711, table 2a/2b: 0 is FF, the largest are 80 and 00; half of full scale is the first step of the topmost segment.
    const encoded = writeMuLawWav(Float32Array.of(0, 1), Float32Array.of(-1, 0.5));
    expect([...encoded.subarray(-4)]).toEqual([0xff, 0x00, 0x80, 0x8f]);
  });
});

describe("flite's WAV", () => {
  it("is refused when it is not 16-bit PCM on one channel", () => {
    expect(() => readPcmWav(wav)).toThrow("16-bit PCM");
  });
});
