-- Text that several people write at the same time: a log of Yjs updates, from which the document can be made anew.
-- Two who write one place of a log exclude each other by its key; no row of the log is ever changed.

-- kind: 1 a person's update, 2 frozen here.
CREATE TABLE draft_update (
  document_id $uuid$ NOT NULL,
  seq BIGINT NOT NULL,
  kind SMALLINT NOT NULL,
  official_id INTEGER NOT NULL,
  at_ms BIGINT NOT NULL,
  bytes $bytes$ NOT NULL,
  PRIMARY KEY (document_id, seq)
);
CREATE INDEX draft_update_at ON draft_update (at_ms);

-- A client id of Yjs belongs to one person for ever: nobody writes in another's name.
CREATE TABLE draft_client (
  document_id $uuid$ NOT NULL,
  client_id BIGINT NOT NULL,
  official_id INTEGER NOT NULL,
  PRIMARY KEY (document_id, client_id)
);

-- The newest one counts; older ones are swept.
CREATE TABLE draft_snapshot (
  document_id $uuid$ NOT NULL,
  seq BIGINT NOT NULL,
  at_ms BIGINT NOT NULL,
  state $bytes$ NOT NULL,
  PRIMARY KEY (document_id, seq)
);
CREATE INDEX draft_snapshot_at ON draft_snapshot (at_ms);

-- draft_right: 1 reads, 2 suggests, 3 writes; NULL for a seat that is invited no longer. since: the position of the
-- document at which the seat was invited, or invited again.
CREATE TABLE draft_participant (
  document_id $uuid$ NOT NULL,
  seat_id INTEGER NOT NULL,
  draft_right SMALLINT,
  since BIGINT NOT NULL,
  by_id INTEGER NOT NULL,
  at_ms BIGINT NOT NULL,
  PRIMARY KEY (document_id, seat_id)
);
CREATE INDEX draft_participant_seat ON draft_participant (seat_id);

CREATE TABLE draft_version (
  document_id $uuid$ NOT NULL,
  version INTEGER NOT NULL,
  seq BIGINT NOT NULL,
  at_ms BIGINT NOT NULL,
  official_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  content TEXT NOT NULL,
  state $bytes$ NOT NULL,
  PRIMARY KEY (document_id, version)
);

-- A document that is written together has its text in the log until it is frozen into a body; content is that body as
-- ProseMirror JSON, and its hash is over that.
ALTER TABLE document ADD COLUMN together SMALLINT NOT NULL DEFAULT 0;
ALTER TABLE document_body ADD COLUMN content TEXT;
