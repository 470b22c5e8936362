import { type BaseForms, loadBaseForms } from "./base-forms.ts";
import type { TrackerWords } from "./tracker-phrases.ts";
import { makeTrackerSearch } from "./trackers.ts";

/** Makes `makeTrackerSearch` with English loaded the first time a tracker asks for related forms. */
export function createTrackerSearch(
  plainWords: TrackerWords["plainWords"],
): (trackers: Parameters<typeof makeTrackerSearch>[0]) => ReturnType<typeof makeTrackerSearch> {
  let english: BaseForms | undefined;
  const withForms = (word: string) => (english ??= loadBaseForms()).baseForms(word);
  return (trackers) => {
    const needsForms = trackers.some(({ definition }) =>
      definition.languageKeywords.some(({ includeRelatedForms }) => includeRelatedForms),
    );
    return makeTrackerSearch(trackers, { plainWords, baseForms: needsForms ? withForms : (word) => [word] });
  };
}
