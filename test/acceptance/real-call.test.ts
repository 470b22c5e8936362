import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openMediaHost } from "../support/media-host.ts";
import { addCallParameters, type CallAnswer, type SearchAnswer } from "../support/sample-call.ts";
import { TestLibrary, until } from "../support/tamtam.ts";

/** The folder of public recordings; only the project's own machines have it beside the checkout. */
const dataDir = process.env["TAMTAM_TEST_DATA"];

if (dataDir === undefined) {
  process.stderr.write("TAMTAM_TEST_DATA is not set: the test on a real two-person telephone call is left out\n");
}

test.runIf(dataDir !== undefined)(
  "a real telephone call goes in by URL and comes out searchable, each sentence the right person's",
  async () => {
    await using host = await openMediaHost();
    const body = await readFile(join(dataDir ?? "", "speech/calls/auto-repairs-40.wav"));
    host.put("/call.wav", { body, contentType: "audio/x-wav" });
    await using library = await TestLibrary.create({ TAMTAM_MODEL: "base" });
    await using server = await library.serve();
    const { callId } = await server.action<{ callId: string }>(
      "add-call",
      addCallParameters(`${host.url}/call.wav`, "real"),
    );
    const call = await until(
      () => server.action<CallAnswer>("get-call", { "call-id": callId, "include-transcript": true }),
      (answer) => answer.status !== "Processing",
    );
    expect(call.failure).toBeUndefined();
    expect(call.duration).toBeCloseTo(245, 0);
    const said = (speaker: string) =>
      (call.transcript?.sentences ?? [])
        .filter((sentence) => sentence.speaker === speaker)
        .map((sentence) => sentence.text.toLowerCase())
        .join(" ");
    // The agent is on channel 0, the caller on channel 1.
    expect(said("Jane Smith")).toContain("i got a car from the dealership");
    expect(said("John Doe")).not.toContain("i got a car from");
    expect(said("John Doe")).toMatch(/how (can|may) i help/);

    const found = await server.action<SearchAnswer>("search-calls", {
      keywords: ["dealership"],
      "include-content": true,
    });
    expect(found.pagination.totalRecords).toBe(1);
    const match = found.calls[0]?.matches?.find((candidate) => candidate.where === "transcript");
    expect(match).toMatchObject({ keyword: "dealership", speaker: "Jane Smith" });
  },
);
