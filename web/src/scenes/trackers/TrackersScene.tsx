import "./trackers.css";
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useApi } from "../../ApiContext.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { Loading } from "../../ui/Loading.tsx";
import { Problem } from "../../ui/Problem.tsx";
import { useTitle } from "../../ui/use-title.ts";
import { wholeNumber } from "../../ui/written-times.ts";
import type { ShownTracker } from "./tracker-form.ts";
import { TrackerDialog } from "./TrackerDialog.tsx";
import { TrackerTable } from "./TrackerTable.tsx";
import { COUNTED_DAYS, useTrackerCounts } from "./use-tracker-counts.ts";

const LOOK_AGAIN_MS = 1_000;

/** What is looked for in calls, and how often it was found. */
export function TrackersScene() {
  useTitle("Trackers");
  const api = useApi();
  const [edited, setEdited] = useState<ShownTracker | "new">();
  const listed = useQuery({
    queryKey: ["trackers"],
    queryFn: () => api.askTamtam<{ readonly trackers: readonly ShownTracker[] }>("GET", "trackers"),
    refetchInterval: ({ state: { data } }) => (isAnyRunning(data?.trackers) ? LOOK_AGAIN_MS : false),
  });
  const trackers = listed.data?.trackers ?? [];
  const counts = useTrackerCounts(historyOf(trackers));
  return (
    <>
      <div className="scene-head">
        <div>
          <h1>Trackers</h1>
          {counts.data && (
            <p className="faint">
              Counted in {counts.data.isComplete ? "all" : "the first"} {wholeNumber(counts.data.looked)} calls of the
              last {COUNTED_DAYS} days.
            </p>
          )}
        </div>
        {listed.data && <Button onClick={() => setEdited("new")}>New tracker</Button>}
      </div>
      {listed.isPending && <Loading what="the trackers" />}
      {listed.error && <Problem error={listed.error} what="the trackers" onRetry={() => void listed.refetch()} />}
      {counts.error && listed.data && <Problem error={counts.error} what="the counts" />}
      {listed.data && trackers.length === 0 && (
        <Empty title="There are no trackers yet">
          <p>A tracker looks for words and phrases in all calls, those that are there and those to come.</p>
        </Empty>
      )}
      {trackers.length > 0 && <TrackerTable trackers={trackers} counts={counts.data} onEdit={setEdited} />}
      {edited !== undefined && (
        <TrackerDialog tracker={edited === "new" ? undefined : edited} onClose={() => setEdited(undefined)} />
      )}
    </>
  );
}

function isAnyRunning(trackers: readonly ShownTracker[] = []): boolean {
  return trackers.some(({ history }) => !history.isComplete);
}

function historyOf(trackers: readonly ShownTracker[]): string {
  return trackers.map(({ trackerId, history }) => `${trackerId} ${history.callsToDo}`).join(",");
}
