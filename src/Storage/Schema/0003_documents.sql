-- Documents, their deliveries and steps, and the files they name.

CREATE TABLE document (
  id $uuid$ PRIMARY KEY,
  position BIGINT NOT NULL,
  unit_id INTEGER NOT NULL,
  author_id INTEGER NOT NULL,
  author_seat_id INTEGER NOT NULL,
  state SMALLINT NOT NULL,
  type TEXT NOT NULL,
  abstract TEXT NOT NULL,
  urgency SMALLINT NOT NULL,
  secrecy SMALLINT NOT NULL,
  due_on TEXT,
  instruction TEXT,
  body_version INTEGER NOT NULL,
  body_hash $bytes$,
  reviewer_seat_id INTEGER,
  round INTEGER NOT NULL,
  content_cleared SMALLINT NOT NULL,
  form_cleared SMALLINT NOT NULL,
  register TEXT,
  number BIGINT,
  number_on TEXT,
  symbol TEXT,
  signer_id INTEGER,
  signer_title TEXT,
  signer_capacity TEXT,
  signed_at_ms BIGINT,
  issued_at_ms BIGINT,
  units INTEGER NOT NULL,
  people INTEGER NOT NULL,
  created_at_ms BIGINT NOT NULL,
  search_key TEXT NOT NULL,
  search_marked TEXT NOT NULL,
  symbol_key TEXT NOT NULL
);
CREATE INDEX document_author ON document (author_id);
CREATE INDEX document_author_seat ON document (author_seat_id);
CREATE INDEX document_reviewer ON document (reviewer_seat_id) WHERE reviewer_seat_id IS NOT NULL;
CREATE INDEX document_unit ON document (unit_id, state);

CREATE TABLE document_body (
  document_id $uuid$ NOT NULL,
  version INTEGER NOT NULL,
  text TEXT NOT NULL,
  hash $bytes$ NOT NULL,
  PRIMARY KEY (document_id, version)
);

CREATE TABLE document_file (
  document_id $uuid$ NOT NULL,
  version INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  hash TEXT NOT NULL,
  name TEXT NOT NULL,
  size_bytes BIGINT NOT NULL,
  media_type TEXT NOT NULL,
  PRIMARY KEY (document_id, version, ordinal)
);
CREATE INDEX document_file_hash ON document_file (hash);

CREATE TABLE upload (
  official_id INTEGER NOT NULL,
  hash TEXT NOT NULL,
  name TEXT NOT NULL,
  size_bytes BIGINT NOT NULL,
  media_type TEXT NOT NULL,
  at_ms BIGINT NOT NULL,
  PRIMARY KEY (official_id, hash)
);
CREATE INDEX upload_at ON upload (at_ms);

CREATE TABLE delivery (
  id $uuid$ PRIMARY KEY,
  document_id $uuid$ NOT NULL,
  unit_id INTEGER NOT NULL,
  tile TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  position BIGINT NOT NULL,
  state SMALLINT NOT NULL,
  sent_at_ms BIGINT NOT NULL,
  arrived_at_ms BIGINT,
  opened_at_ms BIGINT,
  opened_by INTEGER,
  registered_at_ms BIGINT,
  registered_by INTEGER,
  register TEXT,
  number BIGINT,
  number_on TEXT,
  assigned_at_ms BIGINT,
  finished_at_ms BIGINT,
  returned_at_ms BIGINT,
  return_reason TEXT,
  due_on TEXT
);
CREATE UNIQUE INDEX delivery_document_unit ON delivery (document_id, unit_id);
CREATE UNIQUE INDEX delivery_document_ordinal ON delivery (document_id, ordinal);
CREATE INDEX delivery_unit ON delivery (unit_id, state);

CREATE TABLE step (
  id $uuid$ PRIMARY KEY,
  delivery_id $uuid$ NOT NULL,
  parent_id $uuid$,
  seat_id INTEGER NOT NULL,
  role SMALLINT NOT NULL,
  state SMALLINT NOT NULL,
  instruction TEXT,
  due_on TEXT,
  assigned_at_ms BIGINT NOT NULL,
  assigned_by INTEGER NOT NULL,
  opened_at_ms BIGINT,
  opened_by INTEGER,
  done_at_ms BIGINT,
  done_by INTEGER,
  result TEXT
);
CREATE INDEX step_delivery ON step (delivery_id);
CREATE INDEX step_seat ON step (seat_id);
