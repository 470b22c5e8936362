import { expect, test } from "vitest";
import type { WireRequest } from "./send.ts";
import { runRemoteAction } from "./tamtam-actions.ts";

test("an action is asked for again with another token where one has ended, once", async () => {
  const sent: WireRequest[] = [];
  let token = "old";
  const answer = await runRemoteAction(
    "get-call",
    { callId: "1" },
    {
      baseUrl: "https://calls.example",
      clock: () => 0,
      credentials: { authorization: async () => `Bearer ${token}`, renew: async () => ((token = "new"), true) },
      send: async (request) => {
        sent.push(request);
        return { status: sent.length === 1 ? 401 : 200, headers: {}, text: '{"callId":"1"}' };
      },
    },
  );
  expect(answer).toEqual({ callId: "1" });
  expect(sent.map(({ headers }) => headers["Authorization"])).toEqual(["Bearer old", "Bearer new"]);
});
