import "./call.css";
import { useQuery } from "@tanstack/react-query";
import type { CallAnswer } from "../../../../src/connection/call-answer.ts";
import { useApi } from "../../ApiContext.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { Loading } from "../../ui/Loading.tsx";
import { Problem } from "../../ui/Problem.tsx";
import { useAddress } from "../../ui/use-address.ts";
import { useTitle } from "../../ui/use-title.ts";
import { CallView } from "./CallView.tsx";
import { startSeconds } from "./start-seconds.ts";

const LOOK_AGAIN_MS = 2_000;
/** Links to recordings work for 8 hours; a page that stays open asks for new ones long before. */
const FRESH_MS = 60 * 60_000;

/** One call, named by `?id=`; `t` says at which second it begins. */
export function CallScene() {
  const api = useApi();
  const [{ id = "", t }] = useAddress();
  const found = useQuery({
    queryKey: ["call", id],
    enabled: id !== "",
    staleTime: FRESH_MS,
    queryFn: ({ signal }) =>
      api.runAction<CallAnswer>(
        "get-call",
        { "call-id": id, "include-content": true, "include-transcript": true },
        signal,
      ),
    refetchInterval: ({ state: { data } }) => (data?.status === "Processing" ? LOOK_AGAIN_MS : false),
  });
  useTitle(found.data?.title ?? "Call");
  if (id === "") return <Empty title="Which call?">The address of a call names it: /call?id=123.</Empty>;
  if (found.isPending) return <Loading what="the call" />;
  if (found.error) return <Problem error={found.error} what="the call" onRetry={() => void found.refetch()} />;
  const start = startSeconds(t, location.hash);
  // Another call, or one whose recording has come meanwhile, is begun anew.
  return <CallView key={`${id} ${start} ${found.data.status}`} call={found.data} startSeconds={start} />;
}
