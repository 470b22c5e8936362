import { expect, test } from "vitest";
import { formOf, type ShownTracker, trackerBody } from "./tracker-form.ts";

const tracker: ShownTracker = {
  trackerId: "1",
  trackerName: "Pricing",
  languageKeywords: [
    { language: "eng", keywords: ["price", "per user"], includeRelatedForms: true },
    { language: "ger", keywords: ["Preis"], includeRelatedForms: false },
  ],
  affiliation: "NonCompany",
  partOfQuestion: false,
  history: { isComplete: true, callsToDo: 0 },
};

test("a tracker that is changed keeps what the form does not show", () => {
  const form = formOf(tracker);
  expect(form.phrases).toBe("price\nper user");
  expect(trackerBody({ ...form, phrases: " price \n\ncost\nprice" }, tracker)).toEqual({
    trackerName: "Pricing",
    languageKeywords: [
      { language: "eng", keywords: ["price", "cost"], includeRelatedForms: true },
      { language: "ger", keywords: ["Preis"], includeRelatedForms: false },
    ],
    affiliation: "NonCompany",
    partOfQuestion: false,
  });
});

test("a new one is for anybody, in English, with related forms", () => {
  expect(formOf(undefined)).toEqual({
    name: "",
    language: "eng",
    phrases: "",
    includeRelatedForms: true,
    affiliation: "Anyone",
    partOfQuestion: false,
  });
});
