import { Link } from "wouter";
import type { FoundCallsAnswer } from "../../../../src/connection/found-calls-answer.ts";
import { clockTime } from "../../../../src/connection/clock-time.ts";

type Match = NonNullable<FoundCallsAnswer["calls"][number]["matches"]>[number];

const SHOWN = 3;

/** Where it was said; pressing one opens the call there. */
export function Matches({ callId, matches }: { readonly callId: string; readonly matches: readonly Match[] }) {
  const spoken = matches.filter((match) => match.start !== undefined);
  const shown = spoken.slice(0, SHOWN);
  const elsewhere = matches.filter(({ start, where }) => start === undefined && where !== "title");
  if (shown.length === 0 && elsewhere.length === 0) return null;
  return (
    <ul className="calls-matches">
      {shown.map(({ start = 0, speaker, affiliation, text, keyword }) => (
        <li key={`${start} ${keyword}`}>
          <Link href={`/call?id=${callId}&t=${start}`}>
            <span className="number">{clockTime(start)}</span> <b>{speaker ?? affiliation}</b> {text}
          </Link>
        </li>
      ))}
      {shown.length === 0 &&
        elsewhere.slice(0, SHOWN).map(({ where, text }) => (
          <li key={`${where} ${text}`} className="faint">
            in a {where}: {text}
          </li>
        ))}
      {spoken.length > SHOWN && <li className="faint">{spoken.length - SHOWN} more in the call</li>}
    </ul>
  );
}
