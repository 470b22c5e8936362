import { describe, expect, it } from "vitest";
import { InvalidInputError } from "../../calls/errors.ts";
import type { EditCallRequest } from "../../gong-api/tamtam/edit-call.ts";
import { actionNamed } from "../actions.ts";
import type { Backend } from "../backend.ts";
import { runAction } from "../run-action.ts";

const action = actionNamed("edit-call");

function edit(entries: Readonly<Record<string, unknown>>, editCall: (request: EditCallRequest) => string | undefined) {
  const backend: Backend = {
    api: { addCall: async () => Promise.reject(new Error("nothing is added here")) },
    editing: { editCall: async (request) => ({ stage: editCall(request) }) },
  };
  return runAction(action, backend, { entries: Object.entries(entries) });
}

describe("edit-call", () => {
  it("hands over what is named, as text or as JSON, and says what is done again", async () => {
    const requests: EditCallRequest[] = [];
    const answer = await edit(
      {
        "call-id": "7",
        callTitle: "",
        direction: "inbound",
        speakers: '[{"speakerId": "71", "partyId": "Jane Smith"}]',
        participants: [{ userId: "u1", mediaChannelId: "" }],
      },
      (request) => {
        requests.push(request);
        return "analyze";
      },
    );
    expect(answer).toEqual({ callId: "7", edited: true, status: "Processing", stage: "analyze" });
    expect(requests).toEqual([
      {
        id: "7",
        title: "",
        direction: "Inbound",
        disposition: undefined,
        purpose: undefined,
        parties: [{ userId: "u1", mediaChannelId: "" }],
        speakers: [{ speakerId: "71", partyId: "Jane Smith" }],
      },
    ]);
  });

  it("has no status where nothing is done again, so that nobody waits", async () => {
    expect(await edit({ "call-id": "7", purpose: "Renewal" }, () => undefined)).toEqual({ callId: "7", edited: true });
  });

  it("names what the engine refuses in the caller's spelling", async () => {
    const refuse = () => {
      throw new InvalidInputError([{ parameter: "parties[1].id", message: "is wrong" }]);
    };
    await expect(edit({ "call-id": "7", Participants: [{ name: "A" }] }, refuse)).rejects.toThrow(
      "Participants[1].id: is wrong",
    );
  });

  it("wants something to change, and knows every field", async () => {
    await expect(edit({ "call-id": "7" }, () => undefined)).rejects.toThrow("call-id: says which call");
    await expect(edit({ "call-id": "7", participants: [{ nam: "A" }] }, () => undefined)).rejects.toThrow(
      "has no field nam",
    );
  });

  it("is refused by a connection that cannot do it", async () => {
    const api: Backend["api"] = { addCall: async () => Promise.reject(new Error("nothing is added here")) };
    const entries = [
      ["call-id", "7"],
      ["call-title", "New"],
    ] as const;
    await expect(runAction(action, { api }, { entries })).rejects.toThrow("This connection cannot edit-call");
  });
});
