-- What the commit writer itself owns. One script set serves both databases: $uuid$, $bytes$ and $key$ (text that is
-- compared byte by byte: TEXT COLLATE "C" | TEXT) are replaced by the database's own types. Instants are unix
-- milliseconds (…_ms), dates are ISO text (…_on), flags are 0 or 1.

CREATE TABLE meta (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
);

-- The head of every stream; locked first, in key order.
CREATE TABLE stream_head (
  stream $uuid$ PRIMARY KEY,
  position BIGINT NOT NULL
);

-- Fact and audit in one row. Numbers taken from a register are columns, outside the pre-built payload: on the first
-- fact of the stream that took one, and of the command's main stream, from which its answer is rebuilt.
CREATE TABLE fact (
  stream $uuid$ NOT NULL,
  position BIGINT NOT NULL,
  kind TEXT NOT NULL,
  at_ms BIGINT NOT NULL,
  official_id INTEGER NOT NULL,
  seat_id INTEGER,
  unit_id INTEGER,
  command_id $uuid$,
  payload TEXT NOT NULL,
  payload_hash $bytes$ NOT NULL,
  register TEXT,
  number BIGINT,
  number_on TEXT,
  symbol TEXT,
  PRIMARY KEY (stream, position)
);

-- One row per command id for 30 days. last_position -1 = abandoned by a status question.
CREATE TABLE claim (
  official_id INTEGER NOT NULL,
  command_id $uuid$ NOT NULL,
  body_hash $bytes$ NOT NULL,
  stream $uuid$ NOT NULL,
  first_position BIGINT NOT NULL,
  last_position BIGINT NOT NULL,
  at_ms BIGINT NOT NULL,
  PRIMARY KEY (official_id, command_id)
);
CREATE INDEX claim_at ON claim (at_ms);

CREATE TABLE register (
  register $key$ PRIMARY KEY,
  next BIGINT NOT NULL,
  last_on TEXT NOT NULL
);

-- Compared by bytes, so that all series of a unit are one range of the key.
CREATE TABLE register_entry (
  register $key$ NOT NULL,
  number BIGINT NOT NULL,
  number_on TEXT NOT NULL,
  stream $uuid$ NOT NULL,
  at_ms BIGINT NOT NULL,
  voided_at_ms BIGINT,
  void_reason TEXT,
  PRIMARY KEY (register, number)
);
CREATE INDEX register_entry_stream ON register_entry (stream);

-- Heads are created with the seat.
CREATE TABLE inbox_head (
  seat_id INTEGER PRIMARY KEY,
  position BIGINT NOT NULL
);

-- read_by: the readers' ids, each between commas: ",12,57,"; nobody: ",". changed_seq and arrived_seq are positions of
-- the seat. A read or a due item writes no content.
CREATE TABLE inbox_item (
  seat_id INTEGER NOT NULL,
  subject $uuid$ NOT NULL,
  reason SMALLINT NOT NULL,
  box SMALLINT NOT NULL,
  changed_seq BIGINT NOT NULL,
  arrived_seq BIGINT NOT NULL,
  arrived_at_ms BIGINT NOT NULL,
  read_by TEXT NOT NULL,
  urgency SMALLINT NOT NULL,
  secrecy SMALLINT NOT NULL,
  due_on TEXT,
  overdue SMALLINT NOT NULL,
  document_id $uuid$,
  delivery_id $uuid$,
  from_unit_id INTEGER,
  from_official_id INTEGER,
  note TEXT,
  PRIMARY KEY (seat_id, subject, reason)
);
CREATE INDEX inbox_item_changed ON inbox_item (seat_id, changed_seq);
-- Serves a page newest first, its filters and all counters without touching the rows.
CREATE INDEX inbox_item_open ON inbox_item (seat_id, box, arrived_at_ms, arrived_seq, secrecy, urgency, overdue, read_by)
  WHERE box <> 0;
-- What can still fall due: the scanner reads the oldest entries of it and nothing else.
CREATE INDEX inbox_item_due ON inbox_item (due_on) WHERE box <> 0 AND overdue = 0 AND due_on IS NOT NULL;

CREATE TABLE inbox_tombstone (
  seat_id INTEGER NOT NULL,
  changed_seq BIGINT NOT NULL,
  subject $uuid$ NOT NULL,
  reason SMALLINT NOT NULL,
  at_ms BIGINT NOT NULL,
  PRIMARY KEY (seat_id, changed_seq)
);

CREATE TABLE job (
  id $uuid$ PRIMARY KEY,
  kind TEXT NOT NULL,
  subject $uuid$ NOT NULL,
  position BIGINT NOT NULL,
  cursor BIGINT NOT NULL,
  total BIGINT NOT NULL,
  payload TEXT NOT NULL,
  created_at_ms BIGINT NOT NULL,
  finished_at_ms BIGINT
);
CREATE INDEX job_open ON job (created_at_ms) WHERE finished_at_ms IS NULL;
