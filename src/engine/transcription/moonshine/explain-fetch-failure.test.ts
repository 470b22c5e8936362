import { describe, expect, it } from "vitest";
import { InvalidInputError, SetupError } from "../../../calls/errors.ts";
import { explainFetchFailure } from "./explain-fetch-failure.ts";
import { VAD_FILE } from "./model-files.ts";

const CIRCUMSTANCES = { cacheDir: "/data/models", registry: "https://registry.example/", missing: [VAD_FILE] };

describe("explainFetchFailure", () => {
  it.each([
    ["ENOTFOUND", "the npm registry https://registry.example/ was not reached (ENOTFOUND)"],
    ["ENOSPC", "No space left for the speech models in /data/models: 3 MB are needed."],
    ["EACCES", "The speech models cannot be written to /data/models (EACCES)."],
    ["ETARGET", "The npm registry https://registry.example/ does not have @ricky0123/vad-web@0.0.31 (ETARGET)."],
    ["E401", "refused to give @ricky0123/vad-web@0.0.31 (E401). Check the credentials in .npmrc."],
    ["TAR_BAD_ARCHIVE", "sent a damaged @ricky0123/vad-web@0.0.31 (TAR_BAD_ARCHIVE)"],
  ])("explains %s", (code, sentence) => {
    const cause = Object.assign(new Error("whatever"), { code });
    const explained = explainFetchFailure(cause, CIRCUMSTANCES);
    expect(explained).toBeInstanceOf(SetupError);
    expect(explained.message).toContain(sentence);
    expect(explained.cause).toBe(cause);
  });

  it("passes on what it does not know", () => {
    expect(explainFetchFailure(new Error("the moon is full"), CIRCUMSTANCES).message).toContain("the moon is full");
    expect(explainFetchFailure("odd", CIRCUMSTANCES).message).toContain("odd");
  });

  it("leaves explained errors alone", () => {
    const explained = new InvalidInputError([]);
    expect(explainFetchFailure(explained, CIRCUMSTANCES)).toBe(explained);
  });
});
