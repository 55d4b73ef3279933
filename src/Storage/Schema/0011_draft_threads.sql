-- What is said about the text of a draft: comments and suggestions, and what became of them.

-- kind: 1 comment, 2 suggestion. state: 1 open, 2 resolved, 3 accepted, 4 rejected, 5 withdrawn. A place is two relative
-- positions of Yjs and the letters that stood there; replacement: what a suggestion puts there.
CREATE TABLE draft_thread (
  document_id $uuid$ NOT NULL,
  thread_id $uuid$ NOT NULL,
  kind SMALLINT NOT NULL,
  state SMALLINT NOT NULL,
  start_place $bytes$ NOT NULL,
  end_place $bytes$ NOT NULL,
  quote TEXT NOT NULL,
  replacement TEXT,
  round INTEGER NOT NULL,
  by_id INTEGER NOT NULL,
  at_ms BIGINT NOT NULL,
  entries INTEGER NOT NULL,
  position BIGINT NOT NULL,
  PRIMARY KEY (document_id, thread_id)
);

-- kind: 1 opened, 2 replied, 3 resolved, 4 reopened, 5 accepted, 6 rejected, 7 withdrawn. position: that of its fact in
-- the stream of the document.
CREATE TABLE draft_thread_entry (
  document_id $uuid$ NOT NULL,
  position BIGINT NOT NULL,
  entry_id $uuid$ NOT NULL,
  thread_id $uuid$ NOT NULL,
  kind SMALLINT NOT NULL,
  by_id INTEGER NOT NULL,
  at_ms BIGINT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (document_id, position)
);
