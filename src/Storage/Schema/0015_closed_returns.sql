-- That a delivery was returned is known to its sender: when it left the box of the sender's desk, and by whose act.

ALTER TABLE delivery ADD COLUMN return_closed_at_ms BIGINT;
ALTER TABLE delivery ADD COLUMN return_closed_by INTEGER;
