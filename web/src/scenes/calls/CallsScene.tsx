import "./calls.css";
import { Button, Pagination } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { FoundCallsAnswer } from "../../../../src/connection/found-calls-answer.ts";
import { useApi } from "../../ApiContext.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { Loading } from "../../ui/Loading.tsx";
import { Problem } from "../../ui/Problem.tsx";
import { useAddress } from "../../ui/use-address.ts";
import { useTitle } from "../../ui/use-title.ts";
import { wholeNumber } from "../../ui/written-times.ts";
import { AddCallDialog } from "./AddCallDialog.tsx";
import { CallFilters } from "./CallFilters.tsx";
import { CallTable } from "./CallTable.tsx";
import { PAGE_SIZE, searchParameters } from "./search-state.ts";

const LOOK_AGAIN_MS = 2_000;

/** The library: every call, or those that a search finds. */
export function CallsScene() {
  useTitle("Calls");
  const api = useApi();
  const [isAdding, setAdding] = useState(false);
  const [state, change] = useAddress();
  const parameters = { ...searchParameters(state), ...(state["q"] && { "include-content": true }) };
  const found = useQuery({
    queryKey: ["calls", parameters],
    queryFn: ({ signal }) => api.runAction<FoundCallsAnswer>("search-calls", parameters, signal),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data } }) => (isAnyProcessed(data) ? LOOK_AGAIN_MS : false),
  });
  return (
    <>
      <div className="scene-head">
        <h1>Calls</h1>
        <Button onClick={() => setAdding(true)}>Add a call</Button>
      </div>
      <CallFilters state={state} onChange={(changes) => change({ page: "", ...changes })} />
      {found.isPending && <Loading what="the calls" />}
      {found.error && <Problem error={found.error} what="the calls" onRetry={() => void found.refetch()} />}
      {found.data && !found.error && <Found answer={found.data} state={state} onPage={(page) => change({ page })} />}
      {isAdding && <AddCallDialog onClose={() => setAdding(false)} />}
    </>
  );
}

function isAnyProcessed(answer: FoundCallsAnswer | undefined): boolean {
  return answer?.calls.some(({ status }) => status === "Processing") === true;
}

interface FoundProps {
  readonly answer: FoundCallsAnswer;
  readonly state: Readonly<Record<string, string>>;
  readonly onPage: (page: string) => void;
}

function Found({ answer, state, onPage }: FoundProps) {
  const { calls, pagination, note } = answer;
  const { totalRecords, currentPage, totalIsLowerBound } = pagination;
  if (calls.length === 0) return <NoCalls isSearch={Object.keys(state).length > 0} />;
  const first = (currentPage - 1) * PAGE_SIZE + 1;
  const shown = `${wholeNumber(first)}–${wholeNumber(first + calls.length - 1)}`;
  return (
    <>
      <p className="faint calls-total" role="status">
        {shown} of {totalIsLowerBound ? "at least " : ""}
        <b>{wholeNumber(totalRecords)}</b> {totalRecords === 1 ? "call" : "calls"}
        {note !== undefined && ` · ${note}`}
      </p>
      <CallTable calls={calls} />
      {totalRecords > PAGE_SIZE && (
        <nav aria-label="Pages" className="calls-pages">
          <Pagination
            total={Math.ceil(totalRecords / PAGE_SIZE)}
            value={currentPage}
            onChange={(page) => onPage(page === 1 ? "" : String(page))}
            size="sm"
            getControlProps={(control) => ({ "aria-label": `${control} page` })}
            getItemProps={(page) => ({ "aria-label": `Page ${page}` })}
          />
        </nav>
      )}
    </>
  );
}

function NoCalls({ isSearch }: { readonly isSearch: boolean }) {
  if (isSearch) {
    return (
      <Empty title="No call fits">
        <p>Take a filter away, or look for any of the words instead of all.</p>
      </Empty>
    );
  }
  return (
    <Empty title="There are no calls yet">
      <p>
        Add one by the URL of its recording, or let <code>tamtam seed --calls 300</code> make up a company to try things
        on.
      </p>
    </Empty>
  );
}
