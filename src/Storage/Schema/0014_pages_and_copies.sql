-- What a register says of the paper: pages and copies, as the clerk counted them. An arrival without pages of its own has
-- those that its sender counted.

ALTER TABLE document ADD COLUMN pages INTEGER;
ALTER TABLE document ADD COLUMN copies INTEGER;
ALTER TABLE delivery ADD COLUMN pages INTEGER;
ALTER TABLE delivery ADD COLUMN copies INTEGER;
