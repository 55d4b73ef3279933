-- The book of a register's line (all series of one unit, in or out) and the secrecy of what it is a line of, by which a page
-- and its total are cut (decision 0048).

ALTER TABLE register_entry ADD COLUMN book text COLLATE "C", ADD COLUMN secrecy smallint;

CREATE FUNCTION pr_book(register text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS 'SELECT split_part(register, '':'', 1) || '':'' || split_part(register, '':'', 2)';

CREATE FUNCTION pr_register_cut() RETURNS trigger LANGUAGE plpgsql
AS '
BEGIN
  NEW.book := pr_book(NEW.register);
  NEW.secrecy := coalesce(
    (SELECT d.secrecy FROM delivery v JOIN document d ON d.id = v.document_id WHERE v.id = NEW.stream),
    (SELECT d.secrecy FROM document d WHERE d.id = NEW.stream));
  RETURN NEW;
END';

CREATE TRIGGER register_entry_cut BEFORE INSERT ON register_entry FOR EACH ROW EXECUTE FUNCTION pr_register_cut();
