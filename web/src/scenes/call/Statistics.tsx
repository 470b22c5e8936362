import { Tooltip } from "@mantine/core";
import type { CallAnswer } from "../../../../src/connection/call-answer.ts";
import { interactionStats } from "../../ui/interaction-stats.ts";

type Content = NonNullable<CallAnswer["content"]>;

/** Gong's figures; what each means is told when it is pointed at or reached by keyboard. */
export function Statistics({ content }: { readonly content: Content }) {
  const values = new Map(content.interactionStats.map(({ name, value }) => [name, value]));
  const shown = interactionStats.filter(({ name }) => values.has(name));
  if (shown.length === 0) return null;
  const { companyCount, nonCompanyCount } = content.questions;
  return (
    <section className="card" aria-label="Statistics">
      <h2>Statistics</h2>
      <dl className="stats">
        {shown.map(({ name, definition, write }) => (
          <div key={name} className="stat">
            <dt>
              <Tooltip label={definition}>
                <button type="button" className="plain-button stat-name">
                  {name}
                </button>
              </Tooltip>
            </dt>
            <dd className="number">{write(values.get(name) ?? 0)}</dd>
          </div>
        ))}
        <div className="stat">
          <dt>Questions</dt>
          <dd className="number">
            {companyCount} <span className="faint">company</span> {nonCompanyCount}{" "}
            <span className="faint">others</span>
          </dd>
        </div>
      </dl>
    </section>
  );
}
