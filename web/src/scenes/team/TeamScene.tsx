import "./team.css";
import { NativeSelect, TextInput } from "@mantine/core";
import { Empty } from "../../ui/Empty.tsx";
import { Loading } from "../../ui/Loading.tsx";
import { Problem } from "../../ui/Problem.tsx";
import { type AddressState, useAddress } from "../../ui/use-address.ts";
import { useTitle } from "../../ui/use-title.ts";
import { shortDay } from "../../ui/written-times.ts";
import { dayAfter, periodOf, spans, USUAL_DAYS } from "./period.ts";
import { TeamTable } from "./TeamTable.tsx";
import { useTeam } from "./use-team.ts";

/** How each user talks and what they did, over a period. */
export function TeamScene() {
  useTitle("Team");
  const [state, change] = useAddress();
  const period = periodOf(state, Date.now());
  const { stats, rows } = useTeam(period);
  return (
    <>
      <div className="scene-head">
        <div>
          <h1>Team</h1>
          <p className="faint">
            {shortDay(`${period.fromDate}T12:00:00`)} to {shortDay(`${dayAfter(period.toDate, -1)}T12:00:00`)}.
            Interaction stats are averages over the calls that a user hosted.
          </p>
        </div>
        <PeriodPicker state={state} onChange={change} />
      </div>
      {stats.isPending && <Loading what="the statistics" />}
      {stats.error && <Problem error={stats.error} what="the statistics" onRetry={() => void stats.refetch()} />}
      {rows?.length === 0 && (
        <Empty title="Nobody had a call in this period">
          <p>Choose a longer one, or an earlier one.</p>
        </Empty>
      )}
      {rows !== undefined && rows.length > 0 && <TeamTable rows={rows} state={state} onChange={change} />}
    </>
  );
}

interface PeriodPickerProps {
  readonly state: AddressState;
  readonly onChange: (changes: AddressState) => void;
}

function PeriodPicker({ state, onChange }: PeriodPickerProps) {
  const options = [
    ...spans.map(({ days, label }) => ({ value: String(days), label })),
    { value: "chosen", label: "Chosen days" },
  ];
  return (
    <div className="team-period">
      <NativeSelect
        aria-label="Period"
        data={options}
        value={state["days"] ?? String(USUAL_DAYS)}
        onChange={(event) => onChange({ days: event.currentTarget.value })}
      />
      {state["days"] === "chosen" &&
        (["from", "to"] as const).map((name) => (
          <TextInput
            key={name}
            type="date"
            aria-label={name === "from" ? "First day" : "Last day"}
            value={state[name] ?? ""}
            onChange={(event) => onChange({ [name]: event.currentTarget.value })}
          />
        ))}
    </div>
  );
}
