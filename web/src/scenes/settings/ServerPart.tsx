import { useQuery } from "@tanstack/react-query";
import { useApi } from "../../ApiContext.tsx";
import { Loading } from "../../ui/Loading.tsx";
import { Problem } from "../../ui/Problem.tsx";
import { SettingsPart } from "./SettingsPart.tsx";

const LOOK_AGAIN_MS = 15_000;

export function ServerPart() {
  const api = useApi();
  const health = useQuery({
    queryKey: ["health"],
    queryFn: () => api.readHealth(),
    refetchInterval: LOOK_AGAIN_MS,
  });
  return (
    <SettingsPart title="Server">
      {health.isPending && <Loading what="the server's state" />}
      {health.error && <Problem error={health.error} what="the server's state" />}
      {health.data && !health.error && (
        <dl className="facts">
          <dt>State</dt>
          <dd>
            <span className={health.data.status === "ok" ? "chip chip-good" : "chip chip-bad"}>
              {health.data.status}
            </span>
          </dd>
          <dt>Version</dt>
          <dd>{health.data.version}</dd>
          <dt>Address</dt>
          <dd>{location.origin}</dd>
          <dt>HTTP interface</dt>
          <dd>
            <a href="docs">reference</a>, for which the browser asks for the access key itself
          </dd>
        </dl>
      )}
    </SettingsPart>
  );
}
