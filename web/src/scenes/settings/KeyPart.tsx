import { useQuery } from "@tanstack/react-query";
import { AnswerError } from "../../answer-error.ts";
import { type Api } from "../../api.ts";
import { useApi } from "../../ApiContext.tsx";
import { dayAfter, periodOf } from "../team/period.ts";
import { SettingsPart } from "./SettingsPart.tsx";

interface Use {
  readonly name: string;
  /** Reads as little as it can. */
  readonly tryIt: (api: Api) => Promise<unknown>;
}

/** What the page does with a key, and so what it can be seen to allow by doing it. Nothing is changed by it. */
const uses: readonly Use[] = [
  { name: "Search calls", tryIt: (api) => api.runAction("search-calls", { explain: true }) },
  { name: "List users", tryIt: (api) => api.askGong((gong) => gong.listUsers({})) },
  {
    name: "Read statistics",
    tryIt: (api) => api.askGong((gong) => gong.listInteractionStats({ filter: pastYear(Date.now()) })),
  },
  { name: "Trackers, webhooks and the rest of /tamtam/v1", tryIt: (api) => api.askTamtam("GET", "trackers") },
];

/** Up to yesterday, which is over wherever the company is. */
function pastYear(nowMs: number) {
  const { toDate } = periodOf({}, nowMs);
  return { fromDate: dayAfter(toDate, -366), toDate: dayAfter(toDate, -1) };
}

export function KeyPart() {
  const { session } = useApi();
  return (
    <SettingsPart title="Access key">
      <dl className="facts">
        <dt>Signed in with</dt>
        <dd>
          <code>{session.accessKey}</code>
        </dd>
        {uses.map((use) => (
          <UseRow key={use.name} use={use} />
        ))}
      </dl>
      <p className="faint">
        Keys are made, listed and revoked on the server's machine: <code>tamtam keys create</code>, <code>list</code>{" "}
        and <code>revoke</code>.
      </p>
    </SettingsPart>
  );
}

function UseRow({ use }: { readonly use: Use }) {
  const api = useApi();
  const tried = useQuery({ queryKey: ["may", use.name], queryFn: async () => ({ is: await use.tryIt(api) }) });
  return (
    <>
      <dt>{use.name}</dt>
      <dd>
        {tried.isPending && <span className="faint">…</span>}
        {tried.data && <span className="chip chip-good">yes</span>}
        {tried.error && <Refused error={tried.error} />}
      </dd>
    </>
  );
}

function Refused({ error }: { readonly error: Error }) {
  const isRefused = error instanceof AnswerError && error.isNoAccess;
  return (
    <>
      <span className={isRefused ? "chip" : "chip chip-bad"}>{isRefused ? "no" : "failed"}</span>{" "}
      <span className="faint">{error.message}</span>
    </>
  );
}
