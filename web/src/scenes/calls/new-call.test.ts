import { describe, expect, it } from "vitest";
import { addCallParameters, otherProblems, problemOf } from "./new-call.ts";

const nobody = { name: "", emailAddress: "", phoneNumber: "" };
const call = {
  mediaUrl: "https://calls.example/1.mp3",
  title: "Demo",
  start: "2026-01-13T09:30",
  direction: "Outbound",
  hostUserId: "7",
  hostChannel: "1",
  others: [
    { ...nobody, name: "Jane Smith" },
    { ...nobody, emailAddress: "bo@acme.example" },
  ],
  clientUniqueId: "web-1",
};
const host = { id: "7", name: "John Doe", emailAddress: "john@ours.example", title: null, isActive: true };

describe("the form for a new call", () => {
  it("gives the host the chosen track and the first participant the other", () => {
    expect(addCallParameters(call, host)["participants"]).toEqual([
      { userId: "7", name: "John Doe", emailAddress: "john@ours.example", mediaChannelId: 1 },
      { name: "Jane Smith", mediaChannelId: 0 },
      { emailAddress: "bo@acme.example" },
    ]);
  });

  it("names no tracks where the recording has one, and leaves to the server what was left out", () => {
    const parameters = addCallParameters({ ...call, hostChannel: "", title: "", start: "", others: [] }, undefined);
    expect(parameters).toEqual({
      "download-media-url": "https://calls.example/1.mp3",
      direction: "Outbound",
      "primary-user": "7",
      "client-unique-id": "web-1",
      participants: [{ userId: "7" }],
    });
  });

  it("shows what the server says beside the field it is about", () => {
    const problems = [
      { parameter: "call-title", message: "is required" },
      { parameter: "participants[1].emailAddress", message: "is none" },
      { parameter: "workspace-id", message: "is not there" },
    ];
    expect(problemOf(problems, "call-title")).toBe("is required");
    expect(problemOf(problems, "participants")).toBe("is none");
    expect(problemOf(problems, "direction")).toBeUndefined();
    expect(otherProblems(problems, ["call-title", "participants"])).toEqual(["workspace-id: is not there"]);
  });
});
