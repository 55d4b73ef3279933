-- What the commit writer's statements call. PostgreSQL only: SQLite's writer computes the same in the process.

-- The one clock of the store: the start of the transaction.
CREATE FUNCTION pr_now() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE
AS 'SELECT now()';

CREATE FUNCTION pr_now_ms() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE
AS 'SELECT floor(extract(epoch FROM pr_now()) * 1000)::bigint';

-- Registers keep the calendar of the offices.
CREATE FUNCTION pr_today() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
AS 'SELECT to_char(pr_now() AT TIME ZONE ''Asia/Ho_Chi_Minh'', ''YYYY-MM-DD'')';

-- A register's full key: its series and its period, the calendar year where no term is named.
CREATE FUNCTION pr_register(series text, term text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
AS 'SELECT series || '':'' || coalesce(term, substr(pr_today(), 1, 4))';

-- Row counts are compared inside the statement that made them: the node sees counts only after the commit.
CREATE FUNCTION pr_expect(what text, expected bigint, actual bigint) RETURNS boolean LANGUAGE plpgsql VOLATILE
AS '
BEGIN
  IF expected IS DISTINCT FROM actual THEN
    RAISE EXCEPTION USING ERRCODE = ''PR001'', MESSAGE = what;
  END IF;
  RETURN true;
END';

-- Heads are updated in place far more often than they are made: room on the page keeps the updates off the index.
ALTER TABLE inbox_head SET (fillfactor = 50);
ALTER TABLE register SET (fillfactor = 50);
ALTER TABLE stream_head SET (fillfactor = 80);
