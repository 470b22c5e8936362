import { Alert } from "@mantine/core";
import { Link } from "wouter";
import type { CallAnswer } from "../../../../src/connection/call-answer.ts";
import { Person } from "../../ui/Person.tsx";
import { exactTime, length, shortTime } from "../../ui/written-times.ts";
import { CallState } from "../calls/CallState.tsx";

/** Who, when, what kind, and what is wrong with it. */
export function CallHead({ call }: { readonly call: CallAnswer }) {
  const { actualStart, duration, direction, disposition, purpose, primaryUser, status, warnings = [] } = call;
  const host = primaryUser.name ?? primaryUser.emailAddress ?? primaryUser.userId;
  const facts = [length(duration), direction, disposition, purpose].filter(Boolean);
  return (
    <header className="call-head">
      <p className="faint">
        <Link href="/calls">Calls</Link>
      </p>
      <h1>{call.title ?? `Call ${call.callId}`}</h1>
      <p className="faint call-facts">
        <time dateTime={actualStart} title={exactTime(actualStart)}>
          {shortTime(actualStart, Date.now())}
        </time>
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
        <span>Host: {host}</span>
        {status !== "Failed" && <CallState call={call} />}
      </p>
      <ul className="call-people" aria-label="People">
        {call.parties.map((party, position) => (
          <li key={party.speakerId ?? party.emailAddress ?? position}>
            <Person party={party} />
          </li>
        ))}
      </ul>
      {status === "Failed" && <CallState call={call} />}
      {warnings.map((warning) => (
        <Alert key={warning} color="yellow" variant="light" className="call-warning" role="note">
          {warning}
        </Alert>
      ))}
    </header>
  );
}
