import { describe, expect, it } from "vitest";
import { complete } from "./complete.ts";

const candidates = (line: string, ...pending: string[]) => complete(line, pending, ["gong", "mirror"])[0];

describe("completion in the shell", () => {
  it("offers connections, actions and words of the shell at the start", () => {
    expect(candidates("")).toEqual([
      "/gong",
      "/mirror",
      "add-call ",
      "get-call ",
      "search-calls ",
      "retry-call ",
      "edit-call ",
      "delete-call ",
      "exit",
      "help",
    ]);
    expect(complete("/m", [], ["gong", "mirror"])).toEqual([["/mirror"], "/m"]);
  });

  it("offers actions after a connection and after help", () => {
    expect(candidates("/gong s")).toEqual(["search-calls "]);
    expect(candidates("help ret")).toEqual(["retry-call"]);
  });

  it("offers the action's parameters that are not there yet", () => {
    expect(candidates("/gong get-call cl")).toEqual(["client-unique-id: "]);
    expect(candidates("get-call call-id: 1 c")).toEqual(["client-unique-id: ", "context: "]);
    expect(candidates("/gong action: get-call i")).toEqual(["include-content: ", "include-transcript: "]);
  });

  it("offers action first, then parameters, in a command of several lines", () => {
    expect(candidates("", "/gong")).toEqual(["action: "]);
    expect(candidates("action: g", "/gong")).toEqual(["get-call"]);
    expect(candidates("c", "/gong", "action: get-call", "call-id: 1")).toEqual(["client-unique-id: ", "context: "]);
  });

  it("offers the words that a value can be", () => {
    expect(candidates("direction: O", "/gong", "action: add-call")).toEqual(["Outbound"]);
    expect(candidates("/gong get-call include-content: ")).toEqual(["true", "false"]);
    expect(candidates("/gong get-call call-id: ")).toEqual([]);
  });
});
