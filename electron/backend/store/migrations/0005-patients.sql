-- Whose phone it is, whose name the relative's is, who may collect and be called, and the ways to find her.
ALTER TABLE patient ADD COLUMN phone_of TEXT CHECK (phone_of IN ('hers', 'husband', 'family', 'neighbour', 'other'));
ALTER TABLE patient ADD COLUMN phone_name TEXT;
ALTER TABLE patient ADD COLUMN relative_is TEXT
  CHECK (relative_is IN ('husband', 'partner', 'father', 'mother', 'brother', 'sister', 'son', 'daughter', 'other'));
ALTER TABLE patient ADD COLUMN village TEXT;
ALTER TABLE patient ADD COLUMN named TEXT NOT NULL DEFAULT '[]' CHECK (json_type(named) = 'array');
ALTER TABLE patient ADD COLUMN relative_key TEXT NOT NULL DEFAULT '';
-- ids of the distinct words of her name and her relative's, as name_word has them
ALTER TABLE patient ADD COLUMN word_ids TEXT NOT NULL DEFAULT '[]' CHECK (json_type(word_ids) = 'array');
-- Which rules the search was built by; where the program's are others, it is built again at opening. A store that is
-- there already was built by none of them.
ALTER TABLE meta ADD COLUMN search_rules INTEGER NOT NULL DEFAULT 1;
UPDATE meta SET search_rules = 0;

DROP TRIGGER patient_name_insert;
DROP TRIGGER patient_name_delete;
DROP TRIGGER patient_name_update;
DROP TABLE patient_name;
DROP INDEX patient_by_sound;
ALTER TABLE patient DROP COLUMN name_sound;

-- Devanagari vowel signs are marks (Mn, Mc): without these categories a word breaks at each of them.
CREATE VIRTUAL TABLE patient_search USING fts5 (
  name_key,
  relative_key,
  content = 'patient',
  content_rowid = 'seq',
  prefix = '1 2 3',
  tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'"
);
-- What is taken out of the index is overwritten in it.
INSERT INTO patient_search (patient_search, rank) VALUES ('secure-delete', 1);
INSERT INTO patient_search (patient_search) VALUES ('rebuild');
CREATE TRIGGER patient_search_insert AFTER INSERT ON patient BEGIN
  INSERT INTO patient_search (rowid, name_key, relative_key) VALUES (new.seq, new.name_key, new.relative_key);
END;
CREATE TRIGGER patient_search_delete AFTER DELETE ON patient BEGIN
  INSERT INTO patient_search (patient_search, rowid, name_key, relative_key)
  VALUES ('delete', old.seq, old.name_key, old.relative_key);
END;
CREATE TRIGGER patient_search_update AFTER UPDATE OF name_key, relative_key ON patient BEGIN
  INSERT INTO patient_search (patient_search, rowid, name_key, relative_key)
  VALUES ('delete', old.seq, old.name_key, old.relative_key);
  INSERT INTO patient_search (rowid, name_key, relative_key) VALUES (new.seq, new.name_key, new.relative_key);
END;

-- Every distinct word of a name: what it sounds like, and how many patients have it. A word that nobody has goes.
CREATE TABLE name_word (
  id INTEGER PRIMARY KEY,
  word TEXT NOT NULL UNIQUE,
  sound TEXT NOT NULL,
  uses INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX name_word_by_sound ON name_word (sound);
-- The word and its sound, and both with each one letter left out: two words a typing mistake apart share one of these.
CREATE TABLE name_slip (
  slip TEXT NOT NULL,
  word_id INTEGER NOT NULL REFERENCES name_word (id) ON DELETE CASCADE,
  PRIMARY KEY (slip, word_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX name_slip_of_word ON name_slip (word_id);
CREATE TRIGGER patient_words_insert AFTER INSERT ON patient BEGIN
  UPDATE name_word SET uses = uses + 1 WHERE id IN (SELECT value FROM json_each(new.word_ids));
END;
CREATE TRIGGER patient_words_delete AFTER DELETE ON patient BEGIN
  UPDATE name_word SET uses = uses - 1 WHERE id IN (SELECT value FROM json_each(old.word_ids));
  DELETE FROM name_word WHERE uses = 0 AND id IN (SELECT value FROM json_each(old.word_ids));
END;
CREATE TRIGGER patient_words_update AFTER UPDATE OF word_ids ON patient BEGIN
  UPDATE name_word SET uses = uses + 1 WHERE id IN (SELECT value FROM json_each(new.word_ids));
  UPDATE name_word SET uses = uses - 1 WHERE id IN (SELECT value FROM json_each(old.word_ids));
  DELETE FROM name_word WHERE uses = 0 AND id IN (SELECT value FROM json_each(old.word_ids));
END;
