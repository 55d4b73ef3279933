-- A step that was given back: where its work lies again with who gave it, and when a return that others carry on was known there.

ALTER TABLE step ADD COLUMN carries_on_id $uuid$;
ALTER TABLE step ADD COLUMN return_closed_at_ms BIGINT;
