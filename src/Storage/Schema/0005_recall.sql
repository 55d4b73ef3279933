-- Recall: what was asked of the recipients of a document, and what each of them answered.

ALTER TABLE document ADD COLUMN recall_reason TEXT;
ALTER TABLE document ADD COLUMN recall_asked_at_ms BIGINT;
ALTER TABLE document ADD COLUMN recalled_at_ms BIGINT;

ALTER TABLE delivery ADD COLUMN recall SMALLINT NOT NULL DEFAULT 0;
ALTER TABLE delivery ADD COLUMN recall_asked_at_ms BIGINT;
ALTER TABLE delivery ADD COLUMN recall_answered_at_ms BIGINT;
ALTER TABLE delivery ADD COLUMN recall_answered_by INTEGER;
ALTER TABLE delivery ADD COLUMN recall_refusal TEXT;

-- What every node looks for each second: recalls that wait, and the deliveries that have not answered.
CREATE INDEX document_recalling ON document (id) WHERE state = 8;
CREATE INDEX delivery_recall_asked ON delivery (document_id) WHERE recall = 1;
