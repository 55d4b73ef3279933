-- What has been issued by a unit, newest first: whoever replaces or corrects a document chooses among the latest, and a body
-- has issued some hundred thousand.

CREATE INDEX document_unit_issued ON document (unit_id, state, issued_at_ms);
