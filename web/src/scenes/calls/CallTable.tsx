import { Link } from "wouter";
import type { FoundCallsAnswer } from "../../../../src/connection/found-calls-answer.ts";
import { Person } from "../../ui/Person.tsx";
import { exactTime, length, shortTime } from "../../ui/written-times.ts";
import { CallState } from "./CallState.tsx";
import { Matches } from "./Matches.tsx";

type FoundCall = FoundCallsAnswer["calls"][number];

const MOST_PEOPLE = 4;

export function CallTable({ calls }: { readonly calls: readonly FoundCall[] }) {
  return (
    <table className="table calls-table">
      <caption className="visually-hidden">Calls, with when they were, who took part and how far they are</caption>
      <thead>
        <tr>
          <th scope="col">Call</th>
          <th scope="col">When</th>
          <th scope="col" className="cell-right">
            Duration
          </th>
          <th scope="col">People</th>
          <th scope="col">Host</th>
          <th scope="col">Status</th>
        </tr>
      </thead>
      <tbody>
        {calls.map((call) => (
          <CallRow key={call.callId} call={call} />
        ))}
      </tbody>
    </table>
  );
}

function CallRow({ call }: { readonly call: FoundCall }) {
  const { callId, title, actualStart, duration, direction, disposition, parties, primaryUser } = call;
  const others = parties.filter(({ userId }) => userId === undefined || userId !== primaryUser.userId);
  return (
    <tr>
      <td className="calls-title">
        <Link href={`/call?id=${callId}`}>{title ?? `Call ${callId}`}</Link>
        <div className="faint">{[direction, disposition].filter(Boolean).join(" · ")}</div>
        <Matches callId={callId} matches={call.matches ?? []} />
      </td>
      <td className="number" data-label="When">
        <time dateTime={actualStart} title={exactTime(actualStart)}>
          {shortTime(actualStart, Date.now())}
        </time>
      </td>
      <td className="number cell-right" data-label="Duration">
        {length(duration)}
      </td>
      <td data-label="People">
        <ul className="calls-people">
          {others.slice(0, MOST_PEOPLE).map((party, position) => (
            <li key={party.speakerId ?? party.emailAddress ?? position}>
              <Person party={party} />
            </li>
          ))}
          {others.length > MOST_PEOPLE && <li className="faint">and {others.length - MOST_PEOPLE} more</li>}
        </ul>
      </td>
      <td data-label="Host" title={primaryUser.emailAddress ?? undefined}>
        {primaryUser.name ?? primaryUser.emailAddress ?? primaryUser.userId}
      </td>
      <td data-label="Status">
        <CallState call={call} />
      </td>
    </tr>
  );
}
