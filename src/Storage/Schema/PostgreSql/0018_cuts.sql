-- What lists are cut by stands in the rows that they walk: the document of a step; the book (all series of one unit, in or
-- out) and the secrecy of a register's line. The database fills them, for whoever writes: nodes of the version before know
-- nothing of them. What stood before is filled in rounds that stop nobody (PostgreSqlFills).

ALTER TABLE step ADD COLUMN document_id uuid;
ALTER TABLE register_entry ADD COLUMN book text COLLATE "C", ADD COLUMN secrecy smallint;

CREATE FUNCTION pr_book(register text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS 'SELECT split_part(register, '':'', 1) || '':'' || split_part(register, '':'', 2)';

CREATE FUNCTION pr_step_cut() RETURNS trigger LANGUAGE plpgsql
AS '
BEGIN
  NEW.document_id := (SELECT v.document_id FROM delivery v WHERE v.id = NEW.delivery_id);
  RETURN NEW;
END';

CREATE FUNCTION pr_register_cut() RETURNS trigger LANGUAGE plpgsql
AS '
BEGIN
  NEW.book := pr_book(NEW.register);
  NEW.secrecy := coalesce(
    (SELECT d.secrecy FROM delivery v JOIN document d ON d.id = v.document_id WHERE v.id = NEW.stream),
    (SELECT d.secrecy FROM document d WHERE d.id = NEW.stream));
  RETURN NEW;
END';

-- A number was voided so that the text can change, and with it its secrecy.
CREATE FUNCTION pr_document_cut() RETURNS trigger LANGUAGE plpgsql
AS '
BEGIN
  UPDATE register_entry SET secrecy = NEW.secrecy WHERE stream = NEW.id;
  RETURN NULL;
END';

CREATE TRIGGER step_cut BEFORE INSERT ON step FOR EACH ROW EXECUTE FUNCTION pr_step_cut();
CREATE TRIGGER register_entry_cut BEFORE INSERT ON register_entry FOR EACH ROW EXECUTE FUNCTION pr_register_cut();
CREATE TRIGGER document_cut AFTER UPDATE OF secrecy ON document FOR EACH ROW
  WHEN (OLD.secrecy IS DISTINCT FROM NEW.secrecy) EXECUTE FUNCTION pr_document_cut();
