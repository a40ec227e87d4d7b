-- The page that the clinic keeps of each version: what was said, and where it is signed. Stored with the version itself.
CREATE TABLE clinic_copy (
  version_id TEXT PRIMARY KEY REFERENCES handout_version (id),
  pages INTEGER NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  pdf BLOB NOT NULL
) STRICT;
CREATE TRIGGER clinic_copy_no_update BEFORE UPDATE ON clinic_copy BEGIN
  SELECT raise(ABORT, 'a clinic copy never changes');
END;
CREATE TRIGGER clinic_copy_no_delete BEFORE DELETE ON clinic_copy
WHEN NOT EXISTS (
  SELECT 1 FROM erasing e JOIN consultation c ON c.patient_id = e.patient_id
    JOIN handout_version h ON h.consultation_id = c.id WHERE h.id = old.version_id
) BEGIN
  SELECT raise(ABORT, 'a clinic copy never changes');
END;
