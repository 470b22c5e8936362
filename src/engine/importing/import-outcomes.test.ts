import { expect, test } from "vitest";
import type { CallOutcome } from "../../calls/call-outcome.ts";
import { asId } from "../../calls/ids.ts";
import type { Transaction } from "../database/transaction.ts";
import { importOutcomes } from "./import-outcomes.ts";

const transaction = undefined as unknown as Transaction; // looked into by stores alone

function outcome(id: string, name: string): CallOutcome {
  return {
    id: asId(id),
    name,
    displayOrder: 1,
    connectStatus: "CONNECTED",
    sentiment: "POSITIVE",
    todoAction: "COMPLETE",
    category: "ANSWERED",
  };
}

test("an outcome whose name another one has here is that one, and no other is made", async () => {
  const added: CallOutcome[] = [];
  const callOutcomes = {
    list: async () => [outcome("BOOKED", "Meeting booked"), outcome("BUSY", "Busy")],
    add: async (each: CallOutcome) => void added.push(each),
    remove: async () => false,
  };
  const held = [
    outcome("MEETING_BOOKED", "Meeting booked"),
    outcome("BUSY", "Engaged"),
    outcome("NEW", "Sent a sample"),
  ];
  expect([...(await importOutcomes({ callOutcomes }, held, transaction))]).toEqual([
    ["MEETING_BOOKED", "BOOKED"],
    ["BUSY", "BUSY"],
    ["NEW", "NEW"],
  ]);
  expect(added.map(({ id }) => id)).toEqual(["NEW"]);
});
