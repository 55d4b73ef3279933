-- The words that a document is found by (decision 0050), in a table of their own: a document is written at each step of its
-- way, its words only when its text changes, and an index of words costs most where it is written. The database fills it, for
-- whoever writes; what stood before is filled in rounds that stop nobody (PostgreSqlFills), and the index is made beside them
-- (PostgreSqlIndexes).

CREATE TABLE document_words (
  document_id uuid PRIMARY KEY,
  words tsvector NOT NULL
);

-- The same separators as SearchWords.Separators, a blank for each; a longer run is known by its first 64 characters.
CREATE FUNCTION pr_words(key text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS 'SELECT array_to_tsvector(ARRAY(
  SELECT left(word, 64) FROM unnest(string_to_array(translate(
    key, ''!"#$%&''''()*+,-./:;<=>?@[\]^_`{|}~§°·×«»‹›‐‑‒–—―−‘’‚“”„′″•…'', repeat('' '', 57)), '' '')) AS word WHERE word <> ''''))';

CREATE FUNCTION pr_document_words() RETURNS trigger LANGUAGE plpgsql
AS '
BEGIN
  INSERT INTO document_words (document_id, words) VALUES (NEW.id, pr_words(NEW.search_key))
  ON CONFLICT (document_id) DO UPDATE SET words = excluded.words;
  RETURN NULL;
END';

CREATE TRIGGER document_words_made AFTER INSERT ON document FOR EACH ROW EXECUTE FUNCTION pr_document_words();
CREATE TRIGGER document_words_changed AFTER UPDATE OF search_key ON document FOR EACH ROW
  WHEN (OLD.search_key <> NEW.search_key) EXECUTE FUNCTION pr_document_words();
