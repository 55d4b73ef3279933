-- Units, officials and seats. Everything with validity dates; rules ask as of the act's day.

CREATE TABLE unit (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  parent_id INTEGER,
  kind SMALLINT NOT NULL,
  tile TEXT NOT NULL,
  name TEXT NOT NULL,
  name_en TEXT NOT NULL,
  organ TEXT NOT NULL,
  registers SMALLINT NOT NULL,
  receives SMALLINT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_to TEXT,
  successor_id INTEGER
);
CREATE INDEX unit_parent ON unit (parent_id);

CREATE TABLE official (
  id INTEGER PRIMARY KEY,
  sign_in TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  name_key $key$ NOT NULL,
  given_name_key $key$ NOT NULL,
  clearance SMALLINT NOT NULL,
  demo SMALLINT NOT NULL,
  password_hash TEXT,
  disabled_at_ms BIGINT,
  stamp BIGINT NOT NULL
);
CREATE INDEX official_name ON official (name_key);
CREATE INDEX official_given_name ON official (given_name_key);

CREATE TABLE seat (
  id INTEGER PRIMARY KEY,
  kind SMALLINT NOT NULL,
  role SMALLINT NOT NULL,
  unit_id INTEGER,
  title TEXT NOT NULL
);
CREATE INDEX seat_unit ON seat (unit_id);

CREATE TABLE seat_holder (
  seat_id INTEGER NOT NULL,
  official_id INTEGER NOT NULL,
  valid_from TEXT NOT NULL,
  valid_to TEXT,
  PRIMARY KEY (seat_id, official_id, valid_from)
);
CREATE INDEX seat_holder_official ON seat_holder (official_id);

-- id = SHA-256 of the cookie's token: the table alone opens no session.
CREATE TABLE session (
  id $bytes$ PRIMARY KEY,
  official_id INTEGER NOT NULL,
  created_at_ms BIGINT NOT NULL,
  expires_at_ms BIGINT NOT NULL,
  seen_at_ms BIGINT NOT NULL,
  ended_at_ms BIGINT,
  user_agent TEXT NOT NULL
);
CREATE INDEX session_official ON session (official_id);

-- Failed sign-ins in a row.
CREATE TABLE sign_in_lock (
  official_id INTEGER PRIMARY KEY,
  failures INTEGER NOT NULL,
  locked_until_ms BIGINT
);

CREATE TABLE preference (
  official_id INTEGER PRIMARY KEY,
  theme TEXT NOT NULL,
  density TEXT NOT NULL,
  locale TEXT NOT NULL
);
