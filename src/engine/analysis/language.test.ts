import { describe, expect, it } from "vitest";
import { isPlainlyNotEnglish } from "./language.ts";

const otherLanguages = [
  "Guten Tag, hier ist Thomas Weber. Ich wollte fragen, ob Sie kurz Zeit haben, um über unser neues Angebot zu sprechen, der Preis war zu hoch.",
  "Goedemorgen, u spreekt met Jan van der Berg. Was het een goed voorstel of is er nog iets dat we in het contract moeten veranderen voor u?",
  "Buenos días, quería saber si ha podido revisar la propuesta que le enviamos. Sí, pero el precio es un poco alto para nosotros ahora.",
  "Bonjour, je vous appelle au sujet de notre proposition. On l'a regardée, mais le prix est un peu élevé pour nous en ce moment.",
  "Goddag, jeg ringer for at høre om I har set på vores tilbud. Ja, det har vi, men prisen er for høj, og vi venter.",
  "Dzień dobry, dzwonię w sprawie oferty, którą wysłaliśmy. Tak, to jest dobra oferta, ale cena jest za wysoka i nie mamy budżetu do stycznia.",
];

describe("isPlainlyNotEnglish", () => {
  it.each(otherLanguages)("knows %j for another language", (text) =>
    expect(isPlainlyNotEnglish([{ text }])).toBe(true),
  );

  it.each([
    "Hi, this is Tom from Northlight. I wanted to ask whether you had a minute to talk about the offer we sent you last week.",
    "um yeah so pricing pricing is uh forty per seat and then support on top of that so it comes to fifty more or less",
  ])("takes %j for English", (text) => expect(isPlainlyNotEnglish([{ text }])).toBe(false));

  it("takes what is too short to tell for English", () => {
    expect(isPlainlyNotEnglish([{ text: "Guten Tag." }])).toBe(false);
    expect(isPlainlyNotEnglish([])).toBe(false);
  });

  it("takes a call that is partly in English for English", () => {
    const [german = ""] = otherLanguages;
    const english =
      "We would like to see the price list before we talk about that with our team and then we will know more.";
    expect(isPlainlyNotEnglish([{ text: german }, { text: english }])).toBe(false);
  });
});
