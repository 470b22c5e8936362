import { Tooltip } from "@mantine/core";
import { Link } from "wouter";
import { interactionStats, type StatDescription } from "../../ui/interaction-stats.ts";
import type { AddressState } from "../../ui/use-address.ts";
import { wholeNumber } from "../../ui/written-times.ts";
import { activityColumns, sortedRows, type TeamRow } from "./team-rows.ts";

interface Column extends StatDescription {
  readonly label: string;
}

const columns: readonly Column[] = [
  ...activityColumns.map((column) => ({ ...column, write: wholeNumber })),
  ...interactionStats.map((stat) => ({ ...stat, label: stat.name })),
];

interface TeamTableProps {
  readonly rows: readonly TeamRow[];
  readonly state: AddressState;
  readonly onChange: (changes: AddressState) => void;
}

/** In the order that the address says: most calls hosted first unless it does. */
export function TeamTable({ rows, state, onChange }: TeamTableProps) {
  const by = state["sort"] ?? "callsAsHost";
  const isAscending = state["order"] === "ascending";
  const sort = (name: string) => {
    const isTurned = name === by ? !isAscending : name === "name";
    onChange({ sort: name, order: isTurned ? "ascending" : "descending" });
  };
  const head = { by, isAscending, onSort: sort };
  return (
    // Wider than a phone: it is scrolled, by keyboard too.
    <div className="table-scroll" tabIndex={0} role="region" aria-label="Statistics of each user">
      <table className="table team-table">
        <thead>
          <tr>
            <SortHead name="name" label="User" definition="The user's name." {...head} />
            {columns.map(({ name, label, definition }) => (
              <SortHead key={name} name={name} label={label} definition={definition} {...head} />
            ))}
          </tr>
        </thead>
        <tbody>
          {sortedRows(rows, by, isAscending).map((row) => (
            <tr key={row.userId}>
              <th scope="row">
                <Link href={`/calls?host=${row.userId}`}>{row.name}</Link>
                {row.title !== null && <div className="faint">{row.title}</div>}
              </th>
              {columns.map((column) => (
                <Figure key={column.name} column={column} row={row} most={mostOf(rows, column.name)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function mostOf(rows: readonly TeamRow[], name: string): number {
  return Math.max(...rows.map(({ figures }) => figures.get(name) ?? 0));
}

interface FigureProps {
  readonly column: Column;
  readonly row: TeamRow;
  /** What a full bar stands for. */
  readonly most: number;
}

function Figure({ column, row, most }: FigureProps) {
  const value = row.figures.get(column.name);
  if (value === undefined) return <td className="faint team-figure">–</td>;
  return (
    <td className="number team-figure">
      {column.write(value)}
      <span className="team-bar" aria-hidden style={{ width: most > 0 ? `${(value / most) * 100}%` : 0 }} />
    </td>
  );
}

interface SortHeadProps {
  readonly name: string;
  readonly label: string;
  readonly definition: string;
  readonly by: string;
  readonly isAscending: boolean;
  readonly onSort: (name: string) => void;
}

function SortHead({ name, label, definition, by, isAscending, onSort }: SortHeadProps) {
  const direction = isAscending ? "ascending" : "descending";
  return (
    <th scope="col" aria-sort={name === by ? direction : "none"}>
      <Tooltip label={definition}>
        <button type="button" className="plain-button" onClick={() => onSort(name)}>
          {label} {name === by && <span aria-hidden>{isAscending ? "↑" : "↓"}</span>}
        </button>
      </Tooltip>
    </th>
  );
}
