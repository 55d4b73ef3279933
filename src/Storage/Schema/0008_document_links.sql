-- What a later document is to an earlier one: 1 replaces it, 2 corrects it.

CREATE TABLE document_link (
  document_id $uuid$ NOT NULL,
  by_id $uuid$ NOT NULL,
  kind SMALLINT NOT NULL,
  at_ms BIGINT NOT NULL,
  PRIMARY KEY (document_id, by_id, kind)
);
CREATE INDEX document_link_by ON document_link (by_id);
