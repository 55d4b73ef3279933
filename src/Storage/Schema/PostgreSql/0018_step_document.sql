-- The document of a step, by which "has a seat of mine a step in it" is answered (decision 0048). The database fills it, for
-- whoever writes: nodes of the version before know nothing of it. What stood before is filled in rounds that stop nobody
-- (PostgreSqlFills). A script for each table: none waits for a second one while it keeps everybody from the first.

ALTER TABLE step ADD COLUMN document_id uuid;

CREATE FUNCTION pr_step_cut() RETURNS trigger LANGUAGE plpgsql
AS '
BEGIN
  NEW.document_id := (SELECT v.document_id FROM delivery v WHERE v.id = NEW.delivery_id);
  RETURN NEW;
END';

CREATE TRIGGER step_cut BEFORE INSERT ON step FOR EACH ROW EXECUTE FUNCTION pr_step_cut();
