-- A draft as it stood when somebody named it; position: the document's, at which the name was given. It is no body, so it
-- has no number among them.
CREATE TABLE draft_mark (
  document_id $uuid$ NOT NULL,
  position BIGINT NOT NULL,
  seq BIGINT NOT NULL,
  at_ms BIGINT NOT NULL,
  official_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  content TEXT NOT NULL,
  state $bytes$ NOT NULL,
  PRIMARY KEY (document_id, position)
);
