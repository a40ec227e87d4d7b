-- What comes after a paper was made final: the same in another language, pages with a mark, copies to send.

-- Hash of what a version was made from, its visit and its model: whatever is made from them later checks it first.
CREATE TABLE paper_source (
  version_id TEXT PRIMARY KEY REFERENCES handout_version (id),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64)
) STRICT;
CREATE TRIGGER paper_source_no_update BEFORE UPDATE ON paper_source BEGIN
  SELECT raise(ABORT, 'what a paper was made from never changes');
END;
CREATE TRIGGER paper_source_no_delete BEFORE DELETE ON paper_source
WHEN NOT EXISTS (
  SELECT 1 FROM erasing e JOIN consultation c ON c.patient_id = e.patient_id
    JOIN handout_version h ON h.consultation_id = c.id WHERE h.id = old.version_id
) BEGIN
  SELECT raise(ABORT, 'what a paper was made from never changes');
END;

-- A version that says the same as another one in another language. It replaces nothing, and is replaced with that one.
CREATE TABLE other_language (
  version_id TEXT PRIMARY KEY REFERENCES handout_version (id),
  of_id TEXT NOT NULL REFERENCES handout_version (id),
  user_id TEXT NOT NULL REFERENCES user (id),
  made_at TEXT NOT NULL,
  CHECK (version_id <> of_id)
) STRICT;
CREATE INDEX other_language_of ON other_language (of_id);
CREATE TRIGGER other_language_no_update BEFORE UPDATE ON other_language BEGIN
  SELECT raise(ABORT, 'a final handout never changes');
END;
CREATE TRIGGER other_language_no_delete BEFORE DELETE ON other_language
WHEN NOT EXISTS (
  SELECT 1 FROM erasing e JOIN consultation c ON c.patient_id = e.patient_id
    JOIN handout_version h ON h.consultation_id = c.id WHERE h.id = old.version_id
) BEGIN
  SELECT raise(ABORT, 'a final handout never changes');
END;

-- Which version was replaced by which: those that say the same in another language go with the one that they are of.
CREATE VIEW replaced AS
  SELECT replaces_id AS version_id, version_id AS by_id FROM amendment
  UNION ALL SELECT o.version_id, a.version_id FROM other_language o JOIN amendment a ON a.replaces_id = o.of_id;

-- Pages of a version with a mark on them: a copy of one that was printed before, or one that was replaced. The same mark
-- is made once and given again. The bytes stand last, so that a row is read without them.
CREATE TABLE marked_copy (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  version_id TEXT NOT NULL REFERENCES handout_version (id),
  mark TEXT NOT NULL CHECK (json_type(mark) = 'object'),
  pages INTEGER NOT NULL CHECK (pages > 0),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  user_id TEXT NOT NULL REFERENCES user (id),
  made_at TEXT NOT NULL,
  pdf BLOB NOT NULL,
  UNIQUE (version_id, mark)
) STRICT;
CREATE TRIGGER marked_copy_no_update BEFORE UPDATE ON marked_copy BEGIN
  SELECT raise(ABORT, 'marked pages never change');
END;
CREATE TRIGGER marked_copy_no_delete BEFORE DELETE ON marked_copy
WHEN NOT EXISTS (
  SELECT 1 FROM erasing e JOIN consultation c ON c.patient_id = e.patient_id
    JOIN handout_version h ON h.consultation_id = c.id WHERE h.id = old.version_id
) BEGIN
  SELECT raise(ABORT, 'marked pages never change');
END;

-- A copy of a paper as a file, to be sent to her phone. One in the program's folder is taken away at `until`; that it is
-- gone is all that is ever added to a row.
CREATE TABLE sent_copy (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  version_id TEXT NOT NULL REFERENCES handout_version (id),
  phone TEXT NOT NULL,
  user_id TEXT NOT NULL REFERENCES user (id),
  made_at TEXT NOT NULL,
  -- null for a file that the person saved to a place of her own
  until TEXT,
  gone_at TEXT,
  CHECK (gone_at IS NULL OR until IS NOT NULL)
) STRICT;
CREATE INDEX sent_copy_lying ON sent_copy (seq) WHERE until IS NOT NULL AND gone_at IS NULL;
CREATE TRIGGER sent_copy_no_update BEFORE UPDATE ON sent_copy
WHEN old.gone_at IS NOT NULL OR new.gone_at IS NULL OR new.id <> old.id OR new.version_id <> old.version_id OR new.phone <> old.phone
  OR new.user_id <> old.user_id OR new.made_at <> old.made_at OR new.until IS NOT old.until BEGIN
  SELECT raise(ABORT, 'that a file is gone is all that is added');
END;
CREATE TRIGGER sent_copy_no_delete BEFORE DELETE ON sent_copy
WHEN NOT EXISTS (
  SELECT 1 FROM erasing e JOIN consultation c ON c.patient_id = e.patient_id
    JOIN handout_version h ON h.consultation_id = c.id WHERE h.id = old.version_id
) BEGIN
  SELECT raise(ABORT, 'a copy that was sent is kept in the records');
END;
