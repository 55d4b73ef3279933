-- A number was voided so that the text can change, and with it its secrecy: its line follows.

CREATE FUNCTION pr_document_cut() RETURNS trigger LANGUAGE plpgsql
AS '
BEGIN
  UPDATE register_entry SET secrecy = NEW.secrecy WHERE stream = NEW.id;
  RETURN NULL;
END';

CREATE TRIGGER document_cut AFTER UPDATE OF secrecy ON document FOR EACH ROW
  WHEN (OLD.secrecy IS DISTINCT FROM NEW.secrecy) EXECUTE FUNCTION pr_document_cut();
