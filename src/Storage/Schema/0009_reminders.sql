-- Reminding units that have not registered, and telling the leader of what is immediate and lies unopened.

ALTER TABLE delivery ADD COLUMN reminded_at_ms BIGINT;
ALTER TABLE delivery ADD COLUMN escalate_at_ms BIGINT;
ALTER TABLE delivery ADD COLUMN escalated_at_ms BIGINT;
ALTER TABLE delivery ADD COLUMN escalated_seat_id INTEGER;

-- What every node looks for each few seconds: arrived, not opened, not told of yet.
CREATE INDEX delivery_escalate ON delivery (escalate_at_ms)
  WHERE escalate_at_ms IS NOT NULL AND opened_at_ms IS NULL AND escalated_at_ms IS NULL AND state = 2;
