-- A page of a book, newest first, and its count, by the index alone.
CREATE INDEX register_entry_book ON register_entry (book, number_on DESC, number DESC, register) INCLUDE (secrecy)
  WHERE book IS NOT NULL;

-- What is still to be filled; empty ever after.
CREATE INDEX register_entry_uncut ON register_entry (register, number) WHERE book IS NULL;
