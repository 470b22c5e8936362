import { useQuery } from "@tanstack/react-query";
import type { SandboxResponse } from "../../../../src/gong-api/tamtam/change-sandbox.ts";
import { useApi } from "../../ApiContext.tsx";
import { wholeNumber } from "../../ui/written-times.ts";
import { SettingsPart } from "./SettingsPart.tsx";

/** Shown where this server is a sandbox: everybody should know that it makes troubles on purpose. */
export function SandboxPart() {
  const api = useApi();
  const { data } = useQuery({
    queryKey: ["sandbox"],
    queryFn: () => api.askTamtam<SandboxResponse>("GET", "sandbox"),
  });
  if (!data?.sandbox.enabled) return null;
  const { seed, switches, requests, done } = data.sandbox;
  const on = Object.entries(switches).filter(([, numbers]) => numbers !== undefined);
  const counts = Object.entries(done);
  return (
    <SettingsPart title="Sandbox">
      <p>This server makes troubles on Gong's paths on purpose, for clients to be tested with.</p>
      <dl className="facts">
        <dt>Seed</dt>
        <dd>{seed}</dd>
        <dt>Switched on</dt>
        <dd>
          {on.length === 0 ? "nothing" : on.map(([name, numbers]) => `${name} ${JSON.stringify(numbers)}`).join(", ")}
        </dd>
        <dt>Requests since</dt>
        <dd>{wholeNumber(requests)}</dd>
        {counts.map(([name, count]) => (
          <div key={name} className="facts-row">
            <dt>{name}</dt>
            <dd>{wholeNumber(count)}</dd>
          </div>
        ))}
      </dl>
    </SettingsPart>
  );
}
