/**
 * What was sent to whom and what became of it. A delivery that waits has a `due_ms`; while somebody sends it, that is the end of their lease. What a
 * call's deliveries say goes with the call.
 */
export const webhookDeliveriesSchema = `
CREATE TABLE webhook_deliveries(
  id TEXT PRIMARY KEY,
  rule_id TEXT NOT NULL REFERENCES webhook_rules(id) ON DELETE CASCADE,
  call_id TEXT NOT NULL REFERENCES calls(id) ON DELETE CASCADE,
  is_test INTEGER NOT NULL,
  state TEXT NOT NULL,
  created_ms INTEGER NOT NULL,
  due_ms INTEGER,
  sender_id TEXT,
  try_count INTEGER NOT NULL,
  attempt_count INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX webhook_deliveries_by_due ON webhook_deliveries(due_ms) WHERE due_ms IS NOT NULL;
CREATE INDEX webhook_deliveries_over ON webhook_deliveries(created_ms) WHERE due_ms IS NULL;
CREATE INDEX webhook_deliveries_by_rule ON webhook_deliveries(rule_id, id);
CREATE INDEX webhook_deliveries_by_call ON webhook_deliveries(call_id);

CREATE TABLE webhook_attempts(
  delivery_id TEXT NOT NULL REFERENCES webhook_deliveries(id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  started_ms INTEGER NOT NULL,
  duration_ms INTEGER NOT NULL,
  status INTEGER,
  failure TEXT,
  answer TEXT,
  PRIMARY KEY(delivery_id, number)
) STRICT, WITHOUT ROWID;
`;
