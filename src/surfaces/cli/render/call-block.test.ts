import { describe, expect, it } from "vitest";
import { renderCall } from "./call-block.ts";
import { makeStyle } from "./style.ts";

const page = { columns: 60, style: makeStyle(false) };

const call = {
  callId: "1736760600000012345",
  title: null,
  actualStart: "2025-01-13T09:30:00Z",
  duration: null,
  primaryUser: { userId: "u1", name: "John Doe", emailAddress: "john@example.com" },
  parties: [{ name: "Jane Smith", affiliation: "External", phoneNumber: "+1 555" }, { affiliation: "Unknown" }],
  direction: "Outbound",
  disposition: null,
  status: "Processing",
  clientUniqueId: "c1",
  scope: "External",
  workspaceId: "1",
};
const asked = { start: 61.2, end: 63, speaker: "Jane Smith", affiliation: "External", text: "What does it cost?" };

describe("a call", () => {
  it("is a block of what is known", () => {
    const processing = { stage: "transcribe", progress: 0.259, timesRealTime: 20 };
    expect(renderCall({ ...call, processing }, page)?.split("\n")).toEqual([
      "Untitled call",
      "",
      "Call       1736760600000012345",
      "Status     Processing: transcribe, 25 %",
      "Start      2025-01-13 09:30 UTC",
      "Duration   not known yet",
      "Host       John Doe, john@example.com, u1",
      "Parties    Jane Smith, External, +1 555",
      "           (no name), Unknown",
      "Direction  Outbound",
      "Client id  c1",
    ]);
  });

  it("says what failed and how to retry, in lines that fit", () => {
    const retry = "tamtam retry-call --call-id 1736760600000012345";
    const reason = "The server answered with a web page instead of a recording.";
    const failure = { stage: "download", code: "media-type", reason, retry };
    const text = renderCall({ ...call, status: "Failed", failure, title: "T" }, page);
    expect(text).toContain(
      [
        "Status     Failed at download: The server answered with a",
        "           web page instead of a recording.",
        "           Retry: tamtam retry-call --call-id",
        "           1736760600000012345",
      ].join("\n"),
    );
  });

  it("shows content and transcript with places as mm:ss", () => {
    const content = {
      brief: null,
      keyPoints: [{ text: "Jane Smith: It is too dear." }, { text: "John Doe: It is not." }],
      outline: [{ section: "Pricing", start: 61.2, duration: 75.5, items: [{ text: "Not shown.", start: 61.2 }] }],
      highlights: [{ title: "Next steps", items: [{ text: "John Doe: I'll send it.", startTimes: [125] }] }],
      topics: [{ name: "Pricing", duration: 75.5 }],
      trackers: [
        { name: "Budget", count: 3, phrases: [] },
        { name: "Next steps", count: 1, phrases: [] },
      ],
      keyphrases: [{ text: "free trial", count: 3 }],
      questions: { companyCount: 0, nonCompanyCount: 1, asked: [asked] },
      interactionStats: [{ name: "Talk Ratio", value: 0.6249 }],
      talkTimes: [{ speakerId: "72", speaker: null, affiliation: "External", talkTime: 30 }],
    };
    const transcript = { engine: "moonshine", model: "base", version: "1", sentences: [asked] };
    const text = renderCall({ ...call, content, transcript }, page);
    expect(text?.split("\n").slice(-16)).toEqual([
      "Client id  c1",
      "",
      "Key points  Jane Smith: It is too dear.",
      "            John Doe: It is not.",
      "Outline     01:01 Pricing (01:15)",
      "Next steps  02:05 John Doe: I'll send it.",
      "Topics      Pricing 01:15",
      "Trackers    Budget (3), Next steps (1)",
      "Keyphrases  free trial (3)",
      "Questions   0 by the company, 1 by others",
      "            01:01 Jane Smith: What does it cost?",
      "Stats       Talk Ratio 0.62",
      "Talk time   External (speaker 72) 00:30",
      "",
      "Transcript by moonshine base 1",
      "01:01  Jane Smith  What does it cost?",
    ]);
  });
});
