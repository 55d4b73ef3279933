CREATE INDEX step_document ON step (document_id, seat_id) WHERE document_id IS NOT NULL;

-- What is still to be filled; empty ever after.
CREATE INDEX step_uncut ON step (id) WHERE document_id IS NULL;
