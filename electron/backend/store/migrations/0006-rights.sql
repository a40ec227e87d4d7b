-- Consent to the data-protection notice, and what is left of an erased patient.

-- The words of each notice that somebody was asked about; its hash is the version that a consent names.
CREATE TABLE notice (
  hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
  language TEXT NOT NULL,
  words TEXT NOT NULL CHECK (json_valid(words))
) STRICT;
CREATE TRIGGER notice_no_update BEFORE UPDATE ON notice BEGIN
  SELECT raise(ABORT, 'a notice that was used never changes');
END;
CREATE TRIGGER notice_no_delete BEFORE DELETE ON notice BEGIN
  SELECT raise(ABORT, 'a notice that was used is kept');
END;

-- What is left of an erased patient: nothing that says who she was. The id is the random one that the log names too.
CREATE TABLE tombstone (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  reason TEXT NOT NULL CHECK (reason IN ('retentionOver', 'herRequest', 'law', 'mistake')),
  note TEXT CHECK (reason = 'retentionOver' OR note IS NOT NULL),
  visits INTEGER NOT NULL CHECK (visits >= 0),
  user_id TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE TRIGGER tombstone_no_update BEFORE UPDATE ON tombstone BEGIN
  SELECT raise(ABORT, 'a tombstone never changes');
END;
CREATE TRIGGER tombstone_no_delete BEFORE DELETE ON tombstone BEGIN
  SELECT raise(ABORT, 'a tombstone is kept');
END;

-- The patient who is being erased: while she stands here, and for her rows only, the triggers below let a row go. She can
-- stand here only with a tombstone, and only inside one transaction: what closes it points at a table that is always
-- empty, so a commit with a row here is refused.
CREATE TABLE erasing_end (
  id INTEGER PRIMARY KEY CHECK (id <> id)
) STRICT;
CREATE TABLE erasing (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  patient_id TEXT NOT NULL REFERENCES tombstone (id),
  closes INTEGER NOT NULL DEFAULT 1 REFERENCES erasing_end (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TRIGGER patient_no_delete BEFORE DELETE ON patient
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE patient_id = old.id) BEGIN
  SELECT raise(ABORT, 'a patient is erased with all that is hers, never deleted');
END;
CREATE TRIGGER consultation_no_delete BEFORE DELETE ON consultation
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE patient_id = old.patient_id) BEGIN
  SELECT raise(ABORT, 'a consultation is erased with its patient, never deleted');
END;
DROP TRIGGER answer_no_delete;
CREATE TRIGGER answer_no_delete BEFORE DELETE ON answer
WHEN NOT EXISTS (
  SELECT 1 FROM erasing e JOIN consultation c ON c.patient_id = e.patient_id WHERE c.id = old.consultation_id
) BEGIN
  SELECT raise(ABORT, 'answers are only added');
END;
DROP TRIGGER handout_version_no_delete;
CREATE TRIGGER handout_version_no_delete BEFORE DELETE ON handout_version
WHEN NOT EXISTS (
  SELECT 1 FROM erasing e JOIN consultation c ON c.patient_id = e.patient_id WHERE c.id = old.consultation_id
) BEGIN
  SELECT raise(ABORT, 'a final handout never changes');
END;
DROP TRIGGER amendment_no_delete;
CREATE TRIGGER amendment_no_delete BEFORE DELETE ON amendment
WHEN NOT EXISTS (
  SELECT 1 FROM erasing e JOIN consultation c ON c.patient_id = e.patient_id
    JOIN handout_version h ON h.consultation_id = c.id WHERE h.id = old.version_id
) BEGIN
  SELECT raise(ABORT, 'an amendment never changes');
END;
CREATE TRIGGER call_list_no_delete BEFORE DELETE ON call_list
WHEN NOT EXISTS (
  SELECT 1 FROM erasing e JOIN consultation c ON c.patient_id = e.patient_id WHERE c.id = old.consultation_id
) BEGIN
  SELECT raise(ABORT, 'a call is kept');
END;
DROP TRIGGER call_try_no_delete;
CREATE TRIGGER call_try_no_delete BEFORE DELETE ON call_try
WHEN NOT EXISTS (
  SELECT 1 FROM erasing e JOIN consultation c ON c.patient_id = e.patient_id
    JOIN call_list l ON l.consultation_id = c.id WHERE l.id = old.call_id
) BEGIN
  SELECT raise(ABORT, 'tries to call are only added');
END;

-- What she said to the notice. Rows are only added: the newest is how it stands.
CREATE TABLE consent (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  patient_id TEXT NOT NULL REFERENCES patient (id),
  state TEXT NOT NULL CHECK (state IN ('given', 'notGiven', 'withdrawn')),
  how TEXT NOT NULL CHECK (how IN ('signed', 'readAloud', 'said')),
  -- with readAloud: the language in which it was read, and by whom
  language TEXT,
  read_by TEXT,
  notice_hash TEXT NOT NULL REFERENCES notice (hash),
  user_id TEXT NOT NULL REFERENCES user (id),
  at TEXT NOT NULL,
  CHECK ((how = 'readAloud') = (language IS NOT NULL AND read_by IS NOT NULL)),
  CHECK (state <> 'given' OR how <> 'said')
) STRICT;
CREATE INDEX consent_of_patient ON consent (patient_id, seq);
CREATE TRIGGER consent_no_update BEFORE UPDATE ON consent BEGIN
  SELECT raise(ABORT, 'consents are only added');
END;
CREATE TRIGGER consent_no_delete BEFORE DELETE ON consent
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE patient_id = old.patient_id) BEGIN
  SELECT raise(ABORT, 'consents are only added');
END;
