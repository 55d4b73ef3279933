-- What the sweeps look for. A session that was ended expires all the same.
CREATE INDEX session_expires ON session (expires_at_ms);
CREATE INDEX upload_hash ON upload (hash);
CREATE INDEX inbox_tombstone_at ON inbox_tombstone (at_ms);

-- The newest tombstone of each seat that was swept: a cursor before it has lost something.
CREATE TABLE inbox_horizon (
  seat_id INTEGER PRIMARY KEY,
  position BIGINT NOT NULL
);
