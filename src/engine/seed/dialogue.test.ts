import { describe, expect, it } from "vitest";
import { readExchanges, tell } from "./dialogue.ts";
import { makeRandom } from "./random.ts";

const talk = `
needs S
R: Hi {cust}. How are you?
C: (Good|Fine), thanks.
?R: Nice weather.
?C: It is, {rep}.
S: bye.

D: Hello.
`;
const words = { cust: "Ada", rep: "Ben" };
const [first, second] = readExchanges(talk);

function say(exchange: typeof first, talkativeness: number, seed = 0) {
  if (!exchange) throw new Error("there is no such exchange");
  const turns = tell(exchange, { random: makeRandom(seed), words, talkativeness });
  return turns.map(({ voice, sentences }) => `${voice} ${sentences.join("/")}`);
}

describe("exchanges", () => {
  it("are read with who says what and who has to be there", () => {
    expect(readExchanges(talk)).toHaveLength(2);
    expect(first?.needs).toEqual(["S"]);
    expect(second).toEqual({ needs: [], lines: [{ voice: "D", template: "Hello.", isOptional: false }] });
  });

  it("are told in sentences, with the names put in and one of each alternatives chosen", () => {
    const ways = new Set(Array.from({ length: 30 }, (_, seed) => say(first, 0, seed).join(" ")));
    expect(ways).toEqual(
      new Set(["R Hi Ada./How are you? C Good, thanks. S Bye.", "R Hi Ada./How are you? C Fine, thanks. S Bye."]),
    );
  });

  it("leave out optional lines in a row together or not at all", () => {
    expect(say(first, 1).slice(2)).toEqual(["R Nice weather.", "C It is, Ben.", "S Bye."]);
    const lengths = new Set(Array.from({ length: 40 }, (_, seed) => say(first, 0.5, seed).length));
    expect(lengths).toEqual(new Set([3, 5]));
  });

  it("refuse lines that nobody says and names that nothing is known of", () => {
    expect(() => readExchanges("X: Hello.")).toThrow(SyntaxError);
    const [unknown] = readExchanges("R: Hello {stranger}.");
    expect(() => say(unknown, 1)).toThrow("{stranger}");
  });
});
