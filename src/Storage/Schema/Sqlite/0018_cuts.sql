-- What lists are cut by stands in the rows that they walk: the document of a step; the book (all series of one unit, in or
-- out) and the secrecy of a register's line. The database fills them, as PostgreSQL does.

ALTER TABLE step ADD COLUMN document_id BLOB;
ALTER TABLE register_entry ADD COLUMN book TEXT;
ALTER TABLE register_entry ADD COLUMN secrecy INTEGER;

CREATE TRIGGER step_cut AFTER INSERT ON step
BEGIN
  UPDATE step SET document_id = (SELECT v.document_id FROM delivery v WHERE v.id = NEW.delivery_id) WHERE id = NEW.id;
END;

CREATE TRIGGER register_entry_cut AFTER INSERT ON register_entry
BEGIN
  UPDATE register_entry SET
    book = substr(register, 1, instr(register, ':') + instr(substr(register, instr(register, ':') + 1), ':') - 1),
    secrecy = coalesce(
      (SELECT d.secrecy FROM delivery v JOIN document d ON d.id = v.document_id WHERE v.id = NEW.stream),
      (SELECT d.secrecy FROM document d WHERE d.id = NEW.stream))
  WHERE register = NEW.register AND number = NEW.number;
END;

-- A number was voided so that the text can change, and with it its secrecy.
CREATE TRIGGER document_cut AFTER UPDATE OF secrecy ON document WHEN OLD.secrecy IS NOT NEW.secrecy
BEGIN
  UPDATE register_entry SET secrecy = NEW.secrecy WHERE stream = NEW.id;
END;

UPDATE step SET document_id = (SELECT v.document_id FROM delivery v WHERE v.id = step.delivery_id);
UPDATE register_entry SET book = substr(register, 1, instr(register, ':') + instr(substr(register, instr(register, ':') + 1), ':') - 1);
UPDATE register_entry SET secrecy = coalesce(
  (SELECT d.secrecy FROM delivery v JOIN document d ON d.id = v.document_id WHERE v.id = register_entry.stream),
  (SELECT d.secrecy FROM document d WHERE d.id = register_entry.stream));

CREATE INDEX register_entry_book ON register_entry (book, number_on DESC, number DESC, register, secrecy);
CREATE INDEX step_document ON step (document_id, seat_id);
