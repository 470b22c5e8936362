import { readKeywordLines } from "./keyword-lines.ts";

/** A tracker as `/tamtam/v1/trackers` shows it, as far as the form knows it. */
export interface ShownTracker {
  readonly trackerId: string;
  readonly trackerName: string;
  readonly languageKeywords: readonly {
    readonly language: string;
    readonly keywords: readonly string[];
    readonly includeRelatedForms: boolean;
  }[];
  readonly affiliation: string;
  readonly partOfQuestion: boolean;
  readonly history: { readonly isComplete: boolean; readonly callsToDo: number };
}

/** What the form holds. It has one list of phrases; those of other languages stay as they are. */
export interface TrackerForm {
  readonly name: string;
  readonly language: string;
  readonly phrases: string;
  readonly includeRelatedForms: boolean;
  readonly affiliation: string;
  readonly partOfQuestion: boolean;
}

export function formOf(tracker: ShownTracker | undefined): TrackerForm {
  const [first] = tracker?.languageKeywords ?? [];
  return {
    name: tracker?.trackerName ?? "",
    language: first?.language ?? "eng",
    phrases: first?.keywords.join("\n") ?? "",
    includeRelatedForms: first?.includeRelatedForms ?? true,
    affiliation: tracker?.affiliation ?? "Anyone",
    partOfQuestion: tracker?.partOfQuestion ?? false,
  };
}

/** The body that makes or changes it. */
export function trackerBody(form: TrackerForm, before: ShownTracker | undefined) {
  const { language, includeRelatedForms } = form;
  const own = { language, keywords: readKeywordLines(form.phrases), includeRelatedForms };
  return {
    trackerName: form.name,
    languageKeywords: [own, ...(before?.languageKeywords.slice(1) ?? [])],
    affiliation: form.affiliation,
    partOfQuestion: form.partOfQuestion,
  };
}
