import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import type { ListWebhookDeliveriesResponse } from "../../../../src/gong-api/tamtam/list-webhook-deliveries.ts";
import type { ListWebhookRulesResponse } from "../../../../src/gong-api/tamtam/list-webhook-rules.ts";
import { useApi } from "../../ApiContext.tsx";
import { Loading } from "../../ui/Loading.tsx";
import { Problem } from "../../ui/Problem.tsx";
import { exactTime, shortTime } from "../../ui/written-times.ts";
import { SettingsPart } from "./SettingsPart.tsx";

const SHOWN = 10;

/** Whom the server tells of processed calls, and how that went. */
export function WebhooksPart() {
  const api = useApi();
  const rules = useQuery({
    queryKey: ["webhook-rules"],
    queryFn: () => api.askTamtam<ListWebhookRulesResponse>("GET", "webhook-rules"),
  });
  const deliveries = useQuery({
    queryKey: ["webhook-deliveries"],
    queryFn: () => api.askTamtam<ListWebhookDeliveriesResponse>("GET", "webhook-deliveries"),
  });
  return (
    <SettingsPart title="Webhooks">
      {rules.isPending && <Loading what="the webhook rules" />}
      {rules.error && <Problem error={rules.error} what="the webhook rules" />}
      {rules.data?.rules.length === 0 && (
        <p className="faint">
          There are no rules: nobody is told of processed calls. <code>POST /tamtam/v1/webhook-rules</code> makes one.
        </p>
      )}
      {rules.data?.rules.map(({ id, name, url, enabled }) => (
        <p key={id} className="settings-line">
          <span className={enabled ? "chip chip-good" : "chip"}>{enabled ? "on" : "off"}</span> <b>{name}</b>{" "}
          <span className="faint">{new URL(url).host}</span>
        </p>
      ))}
      {deliveries.error && !rules.error && <Problem error={deliveries.error} what="the deliveries" />}
      {deliveries.data !== undefined && deliveries.data.deliveries.length > 0 && (
        <Deliveries deliveries={deliveries.data.deliveries.slice(0, SHOWN)} />
      )}
    </SettingsPart>
  );
}

const looks = { delivered: "chip chip-good", failed: "chip chip-bad", waiting: "chip chip-busy" };

function Deliveries({ deliveries }: Pick<ListWebhookDeliveriesResponse, "deliveries">) {
  return (
    <>
      <h3>Last deliveries</h3>
      {deliveries.map(({ id, callId, state, created, attempts }) => (
        <p key={id} className="settings-line">
          <span className={looks[state]}>{state}</span>{" "}
          <time dateTime={created} title={exactTime(created)}>
            {shortTime(created, Date.now())}
          </time>{" "}
          <Link href={`/call?id=${callId}`}>call {callId}</Link>{" "}
          {state !== "delivered" && <span className="faint">{attempts.at(-1)?.failure}</span>}
        </p>
      ))}
    </>
  );
}
