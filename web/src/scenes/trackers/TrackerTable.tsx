import { Button } from "@mantine/core";
import { wholeNumber } from "../../ui/written-times.ts";
import type { ShownTracker } from "./tracker-form.ts";
import type { TrackerCounts } from "./use-tracker-counts.ts";

const who: Readonly<Record<string, string>> = {
  Anyone: "anyone",
  Company: "the company",
  NonCompany: "others than the company",
};

interface TrackerTableProps {
  readonly trackers: readonly ShownTracker[];
  readonly counts: TrackerCounts | undefined;
  readonly onEdit: (tracker: ShownTracker) => void;
}

export function TrackerTable({ trackers, counts, onEdit }: TrackerTableProps) {
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label="Trackers">
      <table className="table trackers-table">
        <thead>
          <tr>
            <th scope="col">Tracker</th>
            <th scope="col">Phrases</th>
            <th scope="col">Said by</th>
            <th scope="col">Found in</th>
            <th scope="col">
              <span className="visually-hidden">What can be done</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {trackers.map((tracker) => (
            <tr key={tracker.trackerId}>
              <th scope="row">{tracker.trackerName}</th>
              <td className="trackers-phrases">
                {tracker.languageKeywords.flatMap(({ keywords }) => keywords).join(", ") || "none"}
              </td>
              <td>
                {who[tracker.affiliation] ?? tracker.affiliation}
                {tracker.partOfQuestion && <div className="faint">in questions</div>}
              </td>
              <td className="number">
                <Found tracker={tracker} counts={counts} />
              </td>
              <td className="cell-right">
                <Button size="compact-sm" variant="default" onClick={() => onEdit(tracker)}>
                  Edit <span className="visually-hidden">{tracker.trackerName}</span>
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Found({ tracker, counts }: Pick<TrackerTableProps, "counts"> & { readonly tracker: ShownTracker }) {
  const { callsToDo, isComplete } = tracker.history;
  const found = counts?.calls.get(tracker.trackerId) ?? 0;
  return (
    <>
      {counts && (
        <>
          {wholeNumber(found)} {found === 1 ? "call" : "calls"}
          <span
            className="trackers-bar"
            aria-hidden
            style={{ width: counts.looked > 0 ? `${(found / counts.looked) * 100}%` : 0 }}
          />
        </>
      )}
      {!isComplete && (
        <span className="chip chip-busy" role="status">
          {callsToDo > 0 ? `${wholeNumber(callsToDo)} calls to do` : "about to be looked for"}
        </span>
      )}
    </>
  );
}
