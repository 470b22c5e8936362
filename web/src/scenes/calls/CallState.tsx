import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { CallAnswer } from "../../../../src/connection/call-answer.ts";
import { useApi } from "../../ApiContext.tsx";
import { percent } from "../../ui/written-times.ts";

type StatefulCall = Pick<CallAnswer, "callId" | "status" | "processing" | "failure" | "warnings">;

/** How far a call is; one that failed says why and can be tried again. */
export function CallState({ call }: { readonly call: StatefulCall }) {
  const { status, processing, failure } = call;
  if (status === "Completed") return <span className="chip chip-good">Completed</span>;
  if (status === "Processing") {
    return (
      <span className="chip chip-busy" role="status">
        Processing{processing && `: ${processing.stage}`}
        {processing?.progress != null && ` ${percent(processing.progress)}`}
      </span>
    );
  }
  return (
    <div className="calls-failed">
      <span className="chip chip-bad">Failed{failure && `: ${failure.stage}`}</span>
      {failure && <p className="faint">{failure.reason}</p>}
      <RetryButton callId={call.callId} />
    </div>
  );
}

function RetryButton({ callId }: { readonly callId: string }) {
  const api = useApi();
  const queries = useQueryClient();
  const retrying = useMutation({
    mutationFn: () => api.runAction("retry-call", { "call-id": callId }),
    onSuccess: () => queries.invalidateQueries(),
  });
  return (
    <>
      <Button size="compact-xs" variant="default" loading={retrying.isPending} onClick={() => retrying.mutate()}>
        Retry
      </Button>
      {retrying.error && (
        <p className="faint" role="alert">
          {retrying.error.message}
        </p>
      )}
    </>
  );
}
